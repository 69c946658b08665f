extension Stories {
    static let wire: [Story] = [
        Story(
            paper: .wire, title: "Wind farm crew rescues drifting sailors",
            author: "Staff Writers", day: 9, section: "sea",
            paragraphs: [
                "The crew of a maintenance boat at an offshore wind farm rescued four sailors whose mast "
                    + "had broken in a squall.",
                "The sailors had drifted for nine hours between the turbines before a technician saw a "
                    + "torch from the top of a tower.",
                "All four were well. Their boat was towed to port, where the harbour master praised the "
                    + "crew's eyesight.",
            ]),
        Story(
            paper: .wire, title: "Cable ship mends line that half the islands hang on",
            author: "Staff Writers", day: 14, section: "sea",
            paragraphs: [
                "A cable ship has mended the line that carries the telephone and the network of half the "
                    + "islands.",
                "An anchor had torn it on Friday. For three days the islands had radio, a little "
                    + "satellite time, and long queues at the post office.",
                "A second cable on another route is to be laid next year.",
            ]),
        Story(
            paper: .wire, title: "Lighthouse keeper retires as last on the coast",
            author: "Staff Writers", day: 19, section: "sea",
            paragraphs: [
                "The last lighthouse keeper on the coast has climbed the two hundred and eleven steps for "
                    + "the last time.",
                "Erik Holm kept the light for thirty-six years and missed, he says, four sunsets. "
                    + "Machines have worked the lamp since 1998, but somebody had to clean the glass.",
                "From July a company will do that, twice a year, with a lift.",
            ]),
        Story(
            paper: .wire, title: "Seals return to estuary in record numbers",
            author: "Staff Writers", day: 24, section: "sea",
            paragraphs: [
                "More than nine hundred seals have been counted in the estuary, the most since counting "
                    + "began.",
                "Cleaner water and a ban on nets near the banks have helped, biologists say. Anglers see "
                    + "it with mixed feelings.",
                "Boats must keep a distance of one hundred metres until the pups can swim in August.",
            ]),
        Story(
            paper: .wire, title: "Coast guard adds drone patrols over shipping lane",
            author: "Staff Writers", day: 1, section: "sea",
            paragraphs: [
                "The coast guard will watch the shipping lane with drones that stay in the air for a day "
                    + "and a night.",
                "They carry cameras and a receiver for the signals that ships send. A ship that switches "
                    + "its signal off will be seen all the same.",
                "Three of the machines fly from an old airfield behind the dunes.",
            ]),
        Story(
            paper: .wire, title: "Harbour towns agree on shared dredging fleet",
            author: "Staff Writers", day: 6, section: "sea",
            paragraphs: [
                "Five harbour towns will share three dredgers in place of hiring ten of them each spring.",
                "A plan says who comes first when all channels silt up at once. It fills forty pages, "
                    + "most of them about the tides.",
                "The first dredger begins in March at the river mouth, where pilots have warned of a "
                    + "sandbar.",
            ]),
        Story(
            paper: .wire, title: "Shipyard wins order for six electric ferries",
            author: "Staff Writers", day: 11, section: "trade",
            paragraphs: [
                "The yard on the sound has won the order for six electric ferries, its largest for twenty "
                    + "years.",
                "Each ferry charges for seven minutes at the pier while cars drive off and on. Batteries "
                    + "last ten years and then store power ashore.",
                "Two hundred welders will be hired; the yard has opened a school for them in its old "
                    + "canteen.",
            ]),
        Story(
            paper: .wire, title: "Salt makers revive pans along the lagoon",
            author: "Staff Writers", day: 16, section: "trade",
            paragraphs: [
                "Salt is made again along the lagoon, in pans that had been dry for fifty years.",
                "Sun and wind do the work. The first harvest gave eleven tons, grey and coarse, which "
                    + "restaurants bought before it was dry.",
                "Birds have come back with the brine shrimps, among them flamingos that nobody had "
                    + "ordered.",
            ]),
        Story(
            paper: .wire, title: "Fish auction moves from shouting to screens",
            author: "Staff Writers", day: 21, section: "trade",
            paragraphs: [
                "The fish auction has moved from the shouting of prices to screens, after one hundred and "
                    + "forty years.",
                "Buyers now bid from their kitchens. The hall is quiet, and two of the old auctioneers "
                    + "guide visitors through it.",
                "Prices have risen by a twentieth, since buyers from inland can bid as well.",
            ]),
        Story(
            paper: .wire, title: "Rope makers find new work in mountain rescue",
            author: "Staff Writers", day: 26, section: "trade",
            paragraphs: [
                "A rope works that made lines for ships now twists ropes for mountain rescue.",
                "The new ropes carry a thread that changes its colour when the rope has been overloaded. "
                    + "Rescue teams in nine countries have ordered them.",
                "The rope walk, four hundred metres long, stays as it is; a rope needs its length.",
            ]),
        Story(
            paper: .wire, title: "Insurers lower rates for ships with sails",
            author: "Staff Writers", day: 3, section: "trade",
            paragraphs: [
                "Insurers will ask less of cargo ships that carry sails beside their engines.",
                "Such ships burn a tenth less fuel and, figures show, have fewer fires. Four shipping "
                    + "companies have ordered sails that fold by themselves.",
                "Captains say that the crews like them: the ship rolls less, and is worth looking at.",
            ]),
        Story(
            paper: .wire, title: "Museum buys last wooden pilot boat",
            author: "Staff Writers", day: 8, section: "trade",
            paragraphs: [
                "The maritime museum has bought the last wooden pilot boat, which had served as a "
                    + "restaurant.",
                "Its oak planks are sound. The kitchen will go, and the mast, which was sawn off for a "
                    + "skylight, will be made anew.",
                "In two years the boat is to sail again, with pilots at the helm on Sundays.",
            ]),
    ]
}
