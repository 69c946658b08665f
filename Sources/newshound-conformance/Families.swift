/// Every family by its name: the word that the program takes, and that the file of cases is called by.
let families: [String: CaseAnswer] = [
    "encodings": EncodingAnswers.answer,
    "headers": HeaderAnswers.answer,
    "html": HTMLAnswers.answer,
    "links": LinkAnswers.answer,
    "robots": RobotsAnswers.answer,
    "sitemaps": SitemapAnswers.answer,
    "urls": URLAnswers.answer,
    "warc": WARCAnswers.answer,
]
