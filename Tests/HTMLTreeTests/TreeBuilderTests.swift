import HTMLTree
import Testing

/// The insertion modes, one table of pages and trees for each.
struct TreeBuilderTests {
    @Test(arguments: [
        ("", "html(head body)"),
        ("x", "html(head body('x'))"),
        ("<!DOCTYPE HTML><title>t</title>x", "!html html(head(title('t')) body('x'))"),
        ("  \n<!--a--> <html>\n<!--b--><head> </head> <body>", "!--a-- html(!--b-- head(' ') ' ' body)"),
        ("</p>x", "html(head body('x'))"), ("<body></p>x", "html(head body(p 'x'))"),
        ("<head></head><script>1</script><p>", "html(head(script('1')) body(p))"),
        ("<p>a</body>b</html><!--c-->", "html(head body(p('ab'))) !--c--"),
        ("<p>a</body><!--c-->", "html(head body(p('a')) !--c--)"),
        ("<html a=1><body b=2><html a=3 c=4><body b=5 d=6>", "html[a=1 c=4](head body[b=2 d=6])"),
    ])
    func `a page gets its html, head and body`(html: String, tree: String) {
        #expect(HTMLDocument(html).sketch == tree)
    }

    @Test(arguments: [
        ("<p>a<p>b<div>c", "p('a') p('b') div('c')"),
        ("<p><b>a<p>b", "p(b('a')) p(b('b'))"),
        ("<h1>a<h2>b", "h1('a') h2('b')"),
        ("<h1>a</h3>b", "h1('a') 'b'"),
        ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "ul(li('a') li('b' ul(li('c'))) li('d'))"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt('a') dd('b') dt('c'))"),
        ("<button>a<button>b", "button('a') button('b')"),
        ("<form>a<form>b</form>c", "form('ab') 'c'"),
        ("<form><div></form>a", "form(div('a'))"),
        ("<pre>\n\na</pre><textarea>\nb</textarea>", "pre('\na') textarea('b')"),
        ("a</br>b<image src=x>", "'a' br 'b' img[src=x]"),
        ("<a href=1>a<a href=2>b", "a[href=1]('a') a[href=2]('b')"),
        ("<nobr>a<nobr>b", "nobr('a') nobr('b')"),
        ("<ruby>a<rt>b<rp>c<rtc>d", "ruby('a' rt('b') rp('c') rtc('d'))"),
        ("<x-y><p></x-y>z", "x-y(p('z'))"),
        ("<plaintext></plaintext>&amp;", "plaintext('</plaintext>&amp;')"),
        ("<noscript><b>a</b></noscript>", "noscript(b('a'))"),
        ("<table><tr><td>a</table><object><p>b</object>c", "table(tbody(tr(td('a')))) object(p('b')) 'c'"),
    ])
    func `body content nests as browsers nest it`(html: String, tree: String) {
        #expect(HTMLDocument("<!doctype html><body>" + html).bodySketch == tree)
    }

    @Test(arguments: [
        ("<td>a<td>b<tr>c", "'c' table(tbody(tr(td('a') td('b')) tr))"),
        ("a<b>c</b><tr><td>d", "'a' b('c') table(tbody(tr(td('d'))))"),
        (" <tr> <td>x</td> </tr> ", "table(' ' tbody(tr(' ' td('x') ' ') ' '))"),
        ("<caption>a<td>b", "table(caption('a') tbody(tr(td('b'))))"),
        ("<col><colgroup><col>a", "'a' table(colgroup(col) colgroup(col))"),
        ("<input type=HIDDEN><input type=text>", "input[type=text] table(input[type=HIDDEN])"),
        ("<form>a<tr><td>b</form>", "'a' table(form tbody(tr(td('b'))))"),
        ("<table>a", "table 'a' table"),
        ("<tr><td></table>a", "table(tbody(tr(td))) 'a'"),
        ("<thead></tfoot><tr><th>a</thead><tbody>", "table(thead(tr(th('a'))) tbody)"),
        ("<select><option>a<tr><td>b", "select(option('a')) table(tbody(tr(td('b'))))"),
        ("<script>1</script><style>2</style>", "table(script('1') style('2'))"),
    ])
    func `what is misplaced in a table goes before it`(html: String, tree: String) {
        #expect(HTMLDocument("<!doctype html><body><table>" + html).bodySketch == tree)
    }

    @Test(arguments: [
        ("<b>1<p>2</b>3", "b('1') p(b('2') '3')"),
        ("<a>1<div>2<div>3</a>4", "a('1') div(a('2') div(a('3') '4'))"),
        ("<b><i><u>1</b>2", "b(i(u('1'))) i(u('2'))"),
        ("<p><b><b><b><b>x<p>y", "p(b(b(b(b('x'))))) p(b(b(b('y'))))"),
        ("<b><table><td><b>1</table>2", "b(table(tbody(tr(td(b('1'))))) '2')"),
        ("</b>1<i></u>2", "'1' i('2')"),
    ])
    func `misnested formatting is split`(html: String, tree: String) {
        #expect(HTMLDocument("<!doctype html><body>" + html).bodySketch == tree)
    }

    @Test(arguments: [
        (
            "<select><div><option>a<option>b<optgroup><option>c<hr>",
            "select(div(option('a') option('b') optgroup(option('c')) hr))"
        ),
        ("<select>a<input>b", "select('a') input 'b'"),
        ("<select>a<select>b", "select('a') 'b'"),
        ("<option>a<option>b<optgroup>c", "option('a') option('b') optgroup('c')"),
        ("<select><p>a</select>b", "select(p('a')) 'b'"),
        ("<b><select></b><i>x", "b(select(i('x')))"),
    ])
    func `a select holds more than options`(html: String, tree: String) {
        #expect(HTMLDocument("<!doctype html><body>" + html).bodySketch == tree)
    }

    @Test(arguments: [
        ("<option>a<option selected>b</select>", "'b'"),
        ("<option disabled>a<option>b<i>c</i></select>", "'b' i('c')"),
        ("<optgroup disabled><option>a</optgroup><option>b</select>", "'b'"),
        ("<option>a</select>", "'a'"),
        ("<datalist><option>a</datalist></select>", ""),
        ("<option>a<template><b>t</b></template></select>", "'a' template{b('t')}"),
    ])
    func `selectedcontent shows the selected option`(options: String, copy: String) {
        let button = "<button><selectedcontent>old</selectedcontent></button>"
        let expected = copy.isEmpty ? "selectedcontent('old')" : "selectedcontent(\(copy))"
        #expect(
            HTMLDocument("<select>\(button)\(options)").bodySketch.hasPrefix("select(button(\(expected))"))
    }

    @Test func `selectedcontent behind the options shows the selected one too`() {
        let html = "<select><option>a</option><selectedcontent></selectedcontent></select>"
        #expect(HTMLDocument(html).bodySketch == "select(option('a') selectedcontent('a'))")
        let several = "<select multiple><selectedcontent></selectedcontent><option>a"
        #expect(HTMLDocument(several).bodySketch == "select[multiple](selectedcontent option('a'))")
        let listed = "<select size=4><selectedcontent></selectedcontent><option>a"
        #expect(HTMLDocument(listed).bodySketch == "select[size=4](selectedcontent option('a'))")
    }

    @Test(arguments: [
        ("<template><td>a</template>", "template{td('a')}"),
        ("<template><tr><td>a</template>b", "template{tr(td('a'))} 'b'"),
        ("<template><p><template>b", "template{p(template{'b'})}"),
        ("<template><col>a <td>", "template{col ' '}"),
        ("<table><template><tr></template><td>", "table(template{tr} tbody(tr(td)))"),
        ("</template>a", "'a'"),
    ])
    func `template contents stand apart`(html: String, tree: String) {
        #expect(HTMLDocument("<body>" + html).bodySketch == tree)
    }

    @Test(arguments: [
        ("<frameset><frame>a</frameset>b<noframes>c</noframes>", "html(head frameset(frame) noframes('c'))"),
        ("<frameset><frameset></frameset><frame></frameset>", "html(head frameset(frameset frame))"),
        ("<p>x<frameset>", "html(head body(p('x')))"),
        ("<p><frameset>", "html(head frameset)"),
        ("<p> <input type=hidden> <frameset> x ", "html(head frameset('  '))"),
        ("<frameset></frameset></html> x", "html(head frameset ' ')"),
    ])
    func `a frameset may take the place of the body`(html: String, tree: String) {
        let document = HTMLDocument(html)
        #expect(document.sketch == tree)
        #expect((document.body == nil) == tree.contains("frameset"))
    }

    @Test(arguments: [
        (
            "<svg viewbox=1><foreignobject><p>a</p></foreignobject></svg>b",
            "svg:svg[viewBox=1](svg:foreignObject(p('a'))) 'b'"
        ),
        ("<svg><g><p>a", "svg:svg(svg:g) p('a')"),
        ("<svg><font><font color=x>a", "svg:svg(svg:font) font[color=x]('a')"),
        ("<svg><title><b>a</b></title><path/><desc>b", "svg:svg(svg:title(b('a')) svg:path svg:desc('b'))"),
        (
            "<math definitionurl=1><mi><b>a</b></mi><mglyph/>",
            "math:math[definitionURL=1](math:mi(b('a')) math:mglyph)"
        ),
        (
            "<math><annotation-xml encoding='text/html'><p>a",
            "math:math(math:annotation-xml[encoding=text/html](p('a')))"
        ),
        ("<math><annotation-xml><p>a", "math:math(math:annotation-xml) p('a')"),
        ("<math><annotation-xml><svg>a", "math:math(math:annotation-xml(svg:svg('a')))"),
        ("<svg><![CDATA[a<b>&amp;]]>c", "svg:svg('a<b>&amp;c')"),
        ("<![CDATA[a]]>", "!--[CDATA[a]]--"),
        ("<svg></p>a", "svg:svg p 'a'"),
        ("<svg><x></X></SVG>a", "svg:svg(svg:x) 'a'"),
        ("<svg>\0a<p>\0b", "svg:svg('\u{FFFD}a') p('b')"),
    ])
    func `SVG and MathML have rules of their own`(html: String, tree: String) {
        #expect(HTMLDocument("<!doctype html><body>" + html).bodySketch == tree)
    }

    @Test(arguments: [
        ("<!doctype html>", HTMLQuirks.none), ("", .full), ("<!doctype htm>", .full),
        ("<!doctype html system>", .full),
        ("<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN'>", .full),
        ("<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN' 'x'>", .limited),
        ("<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Transitional//EN' 'x'>", .limited),
        ("<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 3.2 Final//EN'>", .full),
        ("<!DOCTYPE html SYSTEM 'about:legacy-compat'>", .none),
    ])
    func `the doctype decides about quirks`(html: String, quirks: HTMLQuirks) {
        #expect(HTMLDocument(html).quirks == quirks)
        let table = quirks == .full ? "p(table)" : "p table"
        #expect(HTMLDocument(html + "<p><table>").bodySketch == table)
    }
}
