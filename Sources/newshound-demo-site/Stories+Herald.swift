extension Stories {
    static let herald: [Story] = [
        Story(
            paper: .herald, title: "New ferry terminal opens after nine years of delays",
            author: "Ines Falk", day: 1, section: "harbour",
            paragraphs: [
                "The first ferry left the new terminal at dawn on Monday, nine years after the ground was "
                    + "broken and four years after the date that was painted on the fence.",
                "Port director Ola Brandt said the building had cost twice what was planned. \"Every pile "
                    + "we drove found another wreck,\" she said, \"and every wreck wanted a museum.\"",
                "The old pier closes at the end of the month. Its café will move to the upper floor of "
                    + "the terminal, where the windows look out over the breakwater.",
            ]),
        Story(
            paper: .herald, title: "Divers find bell of steamer lost in 1911",
            author: "Tom Aziz", day: 6, section: "harbour",
            paragraphs: [
                "Divers have brought up the bell of the steamer Concordia, which sank in a December storm "
                    + "with a cargo of sewing machines.",
                "The bell lay under half a metre of sand, thirty metres from the wreck. \"It rang once "
                    + "when we turned it over,\" said diver Pia Lund, \"and then nobody said anything for a "
                    + "while.\"",
                "Conservators expect to need a year to remove the salt from the bronze before it can be "
                    + "shown.",
            ]),
        Story(
            paper: .herald, title: "Pilots warn of shifting sandbar at river mouth",
            author: "Ines Falk", day: 11, section: "harbour",
            paragraphs: [
                "Harbour pilots have asked for new soundings at the river mouth after two coasters "
                    + "touched bottom within a week.",
                "Neither ship was damaged, but the channel is now half a metre shallower than the chart "
                    + "says. The pilots blame the spring floods, which carried more sand than usual.",
                "The authority will send its survey boat on Thursday and may limit the draught of ships "
                    + "until dredging begins.",
            ]),
        Story(
            paper: .herald, title: "Night fishing ban divides small boat owners",
            author: "Mara Quist", day: 16, section: "harbour",
            paragraphs: [
                "A ban on fishing at night inside the bay has set the owners of small boats against each "
                    + "other.",
                "Those who set traps say the ban protects the crabs that come up after dark. Those who "
                    + "fish for squid say it takes their whole living. Both filled the town hall on Friday.",
                "The council will count the catch until September before it decides whether the ban "
                    + "stays.",
            ]),
        Story(
            paper: .herald, title: "Old crane to be moved by barge across the bay",
            author: "Tom Aziz", day: 21, section: "harbour",
            paragraphs: [
                "The last steam crane of the shipyard will cross the bay on a barge this autumn and stand "
                    + "beside the new library.",
                "Engineers will cut the crane into three parts and bolt it together again. The heaviest "
                    + "part weighs as much as forty cars.",
                "Children of the nearby school have been asked to choose its colour; the favourite so far "
                    + "is the green it had a century ago.",
            ]),
        Story(
            paper: .herald, title: "Storm barrier passes first full test",
            author: "Ines Falk", day: 26, section: "harbour",
            paragraphs: [
                "All six gates of the storm barrier closed within eleven minutes on Sunday, one minute "
                    + "faster than the plan demands.",
                "Water rose forty centimetres on the sea side while the harbour stayed level. Spectators "
                    + "on the dam applauded when the last gate settled.",
                "The barrier will close twice a year for practice, and whenever a surge of more than two "
                    + "metres is forecast.",
            ]),
        Story(
            paper: .herald, title: "Council votes to keep trams free on Sundays",
            author: "Lena Roth", day: 3, section: "town",
            paragraphs: [
                "Trams will stay free on Sundays for two more years after the council voted twenty to "
                    + "nine on Tuesday.",
                "The trial had brought a third more passengers and, shopkeepers say, a fuller market "
                    + "square. Opponents wanted to spend the money on the night buses.",
                "The transport office must now show by spring whether the line to the hospital can run "
                    + "every ten minutes.",
            ]),
        Story(
            paper: .herald, title: "Library lends its ten thousandth garden tool",
            author: "Mara Quist", day: 8, section: "town",
            paragraphs: [
                "A hedge trimmer became the ten thousandth tool that the town library has lent since it "
                    + "put spades beside its novels.",
                "The idea came from a librarian whose neighbour owned three lawn mowers. Most borrowed of "
                    + "all is the apple press, which is booked until November.",
                "Of ten thousand loans eleven came back broken, and one, a wheelbarrow, came back mended.",
            ]),
        Story(
            paper: .herald, title: "Market hall roof to be covered with solar glass",
            author: "Tom Aziz", day: 13, section: "town",
            paragraphs: [
                "The glass roof of the market hall will be replaced by panes that make electricity, "
                    + "enough for the stalls and the lamps of the square.",
                "The panes let through less light than plain glass, so the architects will add windows in "
                    + "the north wall.",
                "Stall holders will move to the bus station for eight months from February.",
            ]),
        Story(
            paper: .herald, title: "Bakers agree on one recipe for the town roll",
            author: "Lena Roth", day: 18, section: "town",
            paragraphs: [
                "After three evenings and some raised voices the bakers of the town have agreed what a "
                    + "town roll is.",
                "It has rye, it has caraway, and it has no sugar. \"We gave up the poppy seed,\" said baker "
                    + "Emil Voss, \"and they gave up the milk.\"",
                "The roll will be registered under its name, so that no factory can call its own so.",
            ]),
        Story(
            paper: .herald, title: "School garden wins prize for rare bees",
            author: "Mara Quist", day: 23, section: "town",
            paragraphs: [
                "A school garden behind the gasworks has won a national prize because eleven kinds of "
                    + "rare bees live in it.",
                "The pupils left one corner bare for the bees that nest in the ground, and counted them "
                    + "every Wednesday for two years.",
                "The prize money buys a microscope, and a fence against the footballs.",
            ]),
        Story(
            paper: .herald, title: "Swimming pool reopens with old tiles saved",
            author: "Ines Falk", day: 28, section: "town",
            paragraphs: [
                "The public pool reopened on Saturday with warm water, new pipes and all of its four "
                    + "thousand blue tiles of 1928.",
                "Each tile was numbered, taken down, washed and put back in its place. Two were missing; "
                    + "a potter made them after a photograph.",
                "Entry costs the same as before, and less for those who come before seven.",
            ]),
    ]
}
