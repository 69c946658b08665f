extension Stories {
    static let gazette: [Story] = [
        Story(
            paper: .gazette, title: "Vineyards try harvest by night as summers warm",
            author: "Jon Pereira", day: 5, section: "valley",
            paragraphs: [
                "Vineyards in the upper valley will pick by night this year because the grapes are too "
                    + "warm by day.",
                "Pickers wear lamps and start at ten in the evening. The juice reaches the cellar fifteen "
                    + "degrees cooler, which saves the power for cooling it.",
                "A first trial last year brought wines that tasters could tell from the others in eight "
                    + "of ten glasses.",
            ]),
        Story(
            paper: .gazette, title: "Railway to the upper valley gets its missing bridge",
            author: "Sofia Brenner", day: 10, section: "valley",
            paragraphs: [
                "The railway to the upper valley will have its bridge back, forty years after a flood "
                    + "took the old one.",
                "Steel for the arch arrives by road in August. Trains will then need nineteen minutes to "
                    + "the spa, and buses will turn back at the mill.",
                "Hotels have already changed the name of the stop on their letter paper.",
            ]),
        Story(
            paper: .gazette, title: "Shepherds count wolves with microphones",
            author: "Jon Pereira", day: 15, section: "valley",
            paragraphs: [
                "Shepherds and biologists have hung two hundred microphones in the forest to count wolves "
                    + "by their voices.",
                "A program tells the animals apart by the pitch of their howls. It found seventeen, four "
                    + "more than the tracks in the snow had shown.",
                "The flocks keep their dogs and their fences; losses have fallen by half since both came.",
            ]),
        Story(
            paper: .gazette, title: "Cheese cave yields mould unknown to science",
            author: "Sofia Brenner", day: 20, section: "valley",
            paragraphs: [
                "A mould that grows on one shelf of one cave has turned out to be unknown to science.",
                "The dairy had used it for a century and called it the grey cat. Tests show that it keeps "
                    + "two harmful kinds of mould away.",
                "The university will grow it in glass, and the dairy will go on growing it on cheese.",
            ]),
        Story(
            paper: .gazette, title: "Mill turns again to light the village hall",
            author: "Jon Pereira", day: 25, section: "valley",
            paragraphs: [
                "The wheel of the lower mill turns again and lights the village hall, the street lamps "
                    + "and one hotel.",
                "Volunteers spent four winters on the wheel and found the millstone in a garden, where it "
                    + "had been a table.",
                "In a dry summer the wheel stands still for six weeks, and the village buys its power as "
                    + "before.",
            ]),
        Story(
            paper: .gazette, title: "Snow cannons stay off to save the spring",
            author: "Sofia Brenner", day: 2, section: "valley",
            paragraphs: [
                "The lifts will not make snow below fifteen hundred metres this winter, to save water for "
                    + "the spring that feeds four villages.",
                "The decision costs two slopes. In return the lifts will carry bicycles until the end of "
                    + "October.",
                "Guests were asked first; two thirds said they came for the air and not for the slopes.",
            ]),
        Story(
            paper: .gazette, title: "Walkers reopen pass closed for thirty years",
            author: "Karl Nemec", day: 7, section: "hills",
            paragraphs: [
                "A path over the high pass is open again after walkers spent their holidays for six years "
                    + "mending it.",
                "It had been closed since a rock fall in 1996. The new line runs on the sunny side, with "
                    + "chains at two places.",
                "The hut on the top has eight beds, no telephone, and a book in which guests write the "
                    + "weather.",
            ]),
        Story(
            paper: .gazette, title: "Observatory opens its doors to night owls",
            author: "Sofia Brenner", day: 12, section: "hills",
            paragraphs: [
                "The observatory on the ridge now opens on every clear night until two in the morning.",
                "Visitors look through the telescope of 1902, which is moved by hand. An astronomer "
                    + "answers questions, most of which are about the end of the world.",
                "A sign at the gate shows by noon whether the night will be clear; it has been right on "
                    + "nine nights of ten.",
            ]),
        Story(
            paper: .gazette, title: "Village votes to let the quarry become a lake",
            author: "Karl Nemec", day: 17, section: "hills",
            paragraphs: [
                "The old quarry will fill with water and become a lake, the village decided by a margin "
                    + "of eleven votes.",
                "It will take seven years of rain. Until then a fence stays, and a family of eagle owls "
                    + "that nests in the wall.",
                "Swimmers have asked for a beach on the south side; anglers have asked for the south side "
                    + "as well.",
            ]),
        Story(
            paper: .gazette, title: "Radio mast gives way to a beech forest",
            author: "Karl Nemec", day: 22, section: "hills",
            paragraphs: [
                "The mast that carried the first radio programme of the region has been taken down, and a "
                    + "forest will grow in its place.",
                "School classes planted three thousand beeches around its foundation, which stays as a "
                    + "place to sit.",
                "The last broadcast from the mast was the time signal, and it was two seconds late.",
            ]),
        Story(
            paper: .gazette, title: "Bus drivers learn to read the avalanche report",
            author: "Jon Pereira", day: 27, section: "hills",
            paragraphs: [
                "Drivers of the mountain lines now learn in a two-day course to read the avalanche report "
                    + "themselves.",
                "They decide at the last stop in the valley whether to go on. Last winter they turned "
                    + "back nine times, and were right seven times.",
                "Passengers who must wait get tea, and a bed if it snows on.",
            ]),
        Story(
            paper: .gazette, title: "Clockmaker repairs tower clock with a bicycle chain",
            author: "Karl Nemec", day: 4, section: "hills",
            paragraphs: [
                "The tower clock goes again, thanks to a chain from a racing bicycle.",
                "The right chain has not been made since the war. Clockmaker Anna Weiss tried eleven "
                    + "others before she went to the bicycle shop next door.",
                "The clock is now four seconds fast a month, which the priest calls an improvement.",
            ]),
    ]
}
