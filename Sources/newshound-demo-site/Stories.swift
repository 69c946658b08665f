/// Articles of the demo, written for it; places and people are invented. Each paper has a file of its own.
enum Stories {}
