/// A page of the Wire: tables for layout, paragraphs never closed, related headlines in rows behind their title's row.
struct WirePage {
    let story: Story

    var html: String {
        """
        <HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=utf-8"><TITLE>\(story.title.escaped)</TITLE></HEAD>
        <BODY BGCOLOR="#FFFFFF"><TABLE WIDTH="100%"><TR><TD><A HREF="/index.html">Coast Wire</A> | <A HREF="/sea.html">Sea News</A> |
        <A HREF="/trade.html">Trade News</A></TD></TR></TABLE>
        <TABLE><TR><TD VALIGN=top WIDTH=160><TABLE><TR><TD><CENTER><A HREF="http://ads.example/click?campaign=rope"><IMG SRC="/ads/rope.gif" ALT="Rope"></A></CENTER></TD></TR>
        <TR><TD><A HREF="/newsletter.html">Subscribe free to our daily newsletter</A></TD></TR></TABLE></TD>
        <TD VALIGN=top><TABLE WIDTH=500><TR><TD><H1>\(story.title.escaped)<BR></H1>by \(story.author)<BR><SPAN CLASS="d">Port Lund (CW) June \(story.day), 2026</SPAN>
        <P>\(story.paragraphs.map(\.escaped).joined(separator: "\r\n<P>"))
        <P></TD></TR>
        <TR><TD><TABLE WIDTH="100%"><TR><TD BGCOLOR="#DDDDDD"><B>RELATED CONTENT</B></TD></TR>
        <TR><TD>The following reports may link to our sister papers.</TD></TR>
        <TR><TD><TABLE>\(rows)</TABLE></TD></TR></TABLE></TD></TR></TABLE></TD></TR></TABLE>
        <TABLE WIDTH="100%"><TR><TD><SMALL>The contents of this page are Copyright 1999-2026 Coast Wire. All rights reserved. Reports of the
        agency may not be stored, published or rewritten. <A HREF="/privacy.html">Privacy Statement</A> <A HREF="/about.html">About Us</A></SMALL></TD></TR></TABLE>
        </BODY></HTML>
        """
    }

    private var rows: String {
        story.related.map { "<TR><TD><LI><A HREF=\"\($0.url)\"><B>\($0.text.escaped)</B></A></TD></TR>" }
            .joined(separator: "\n")
    }
}
