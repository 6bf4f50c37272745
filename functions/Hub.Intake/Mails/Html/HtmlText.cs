using System.Text;
using System.Text.RegularExpressions;
using MimeKit.Text;

namespace Hub.Intake.Mails.Html;

/// <summary>
/// The text of HTML as a person sees it: no scripts, nothing hidden, nothing fetched; quotations marked by <c>&gt;</c>. Where it cannot be
/// told what a person sees, that is said.
/// </summary>
internal sealed partial class HtmlText
{
    private const int MostDepth = 500;
    private const int LongestFootnote = 3;
    private const int LongestAttribution = 120;

    // Struck out is not said: who strikes a number out and writes another behind it has changed it.
    private static readonly HashSet<string> UnseenTags = new(StringComparer.OrdinalIgnoreCase)
    {
        "template",
        "svg",
        "s",
        "strike",
        "del",
        "datalist",
        "dialog",
        "audio",
        "video",
        "canvas",
        "noembed",
        "noframes",
        "progress",
        "meter",
        "rp",
    };

    private static readonly HashSet<string> VoidTags = new(StringComparer.OrdinalIgnoreCase) { "wbr", "track", "bgsound", "frame", "img" };

    private static readonly HashSet<string> Letters = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    private readonly StyleSheet _styles;
    private readonly StringBuilder _text = new();
    private readonly Stack<OpenTag> _open = new();
    private const int MostColumns = 20;
    private readonly Dictionary<string, int> _names = new(StringComparer.OrdinalIgnoreCase);
    private int _hidden;
    private int _quoted;
    private int _cells;
    private bool _startsLine = true;

    private HtmlText(StyleSheet styles) => _styles = styles;

    private bool _isUnsure;
    private bool _afterFootnote;

    private SeenStyle Style => _open.TryPeek(out var tag) ? tag.Style : SeenStyle.Page;

    /// <summary>The text.</summary>
    public static string Of(string html, HashSet<MailDefect> defects)
    {
        var reading = new HtmlText(StyleSheet.Of(StylesOf(html)));
        foreach (var token in Tokens(html))
            reading.Take(token);
        if (reading._isUnsure || reading._styles.IsUnsure)
            defects.Add(MailDefect.UnsureText);
        return BlankLines().Replace(reading._text.ToString(), "\n\n").Trim();
    }

    private static IEnumerable<HtmlToken> Tokens(string html)
    {
        var tokens = new HtmlTokenizer(new StringReader(html)) { IgnoreTruncatedTags = true };
        while (tokens.ReadNextToken(out var token))
            yield return token;
    }

    // A style sheet is about what stands before it, too.
    private static string StylesOf(string html)
    {
        if (!html.Contains("<style", StringComparison.OrdinalIgnoreCase))
            return "";
        var (css, isStyle) = (new StringBuilder(), false);
        foreach (var token in Tokens(html))
            if (token is HtmlTagToken tag)
                isStyle = tag.Id == HtmlTagId.Style && !tag.IsEndTag;
            else if (isStyle && token is HtmlDataToken data)
                css.Append(data.Data).Append('\n');
        return css.ToString();
    }

    private void Take(HtmlToken token)
    {
        switch (token)
        {
            case HtmlTagToken tag when tag.IsEndTag:
                Close(tag);
                break;
            case HtmlTagToken tag:
                Open(tag);
                break;
            case HtmlDataToken data when token.Kind == HtmlTokenKind.Data && _hidden == 0:
                Take(data.Data);
                break;
            default:
                break;
        }
    }

    private void Take(string data)
    {
        var (style, says) = (Style, data.Any(char.IsLetterOrDigit));
        if (!style.IsSeen)
        {
            _isUnsure |= says && _styles.MayShow;
            return;
        }
        _isUnsure |= says && style.IsUnsure;
        if (style.IsRaised && data.Trim().Length <= LongestFootnote && !data.Any(char.IsLetter))
            _afterFootnote |= _text.Length > 0 && char.IsDigit(_text[^1]) && says;
        else
            Append(data);
    }

    private void Open(HtmlTagToken tag)
    {
        // A paragraph ends where the next begins.
        if (Breaks(tag.Id) && tag.Id != HtmlTagId.Br)
            Close("p");
        if (Breaks(tag.Id))
            Line();
        else if (tag.Id is HtmlTagId.TD or HtmlTagId.TH && !_startsLine)
            _text.Append('\t');
        Count(tag.Id);
        // Browsers close no other element for the stroke at its end.
        if (IsVoid(tag.Id) || VoidTags.Contains(tag.Name))
            return;
        if (_open.Count >= MostDepth)
        {
            _isUnsure |= tag.Attributes.Any(a => a.Id is HtmlAttributeId.Style or HtmlAttributeId.Class);
            return;
        }
        var opened = Opened(tag);
        Push(opened);
        _quoted += opened.IsQuoted ? 1 : 0;
    }

    // What a cell has on a second line stays in its column. A row may have any number of cells, and a cell any number of lines.
    private void Count(HtmlTagId tag)
    {
        if (tag is HtmlTagId.TR or HtmlTagId.Table)
            _cells = 0;
        else if (tag is HtmlTagId.TD or HtmlTagId.TH)
            _cells++;
        else if (tag is HtmlTagId.Br && _cells > 1)
            _text.Append('\t', Math.Min(_cells - 1, MostColumns));
    }

    private OpenTag Opened(HtmlTagToken tag)
    {
        var (isInline, isHidden) = (!Breaks(tag.Id) && tag.Id is not (HtmlTagId.TD or HtmlTagId.TH), Hides(tag));
        var declared = ElementStyle.Of(tag, _styles, out var isUnsure);
        var style = Style.With(declared, isInline);
        if (isUnsure || tag.Name.Equals("details", StringComparison.OrdinalIgnoreCase))
            style = style with { IsUnsure = true };
        if (tag.Id is HtmlTagId.Sub or HtmlTagId.Sup)
            style = style with { IsRaised = true };
        var isRight = declared.GetValueOrDefault("direction") == "rtl"
            || tag.Attributes.Any(a => a.Name.Equals("dir", StringComparison.OrdinalIgnoreCase)
                && "rtl".Equals(a.Value?.Trim(), StringComparison.OrdinalIgnoreCase));
        (char, char)? turn = !isRight || !isInline ? null
            : tag.Name.Equals("bdo", StringComparison.OrdinalIgnoreCase) ? ('\u202E', '\u202C')
            : tag.Id is HtmlTagId.Body or HtmlTagId.Html ? null
            : ('\u2067', '\u2069');
        // What hides by itself may be shown by a style.
        _isUnsure |= isHidden && (declared.ContainsKey("text-decoration") || declared.GetValueOrDefault("display", "none") != "none");
        return new(tag.Name, isHidden, style, turn, tag.Id == HtmlTagId.BlockQuote && !IsSaidHere(tag));
    }

    // "… declares the following:" and what is set in below it: the writer's own words, where no mail is quoted.
    private bool IsSaidHere(HtmlTagToken tag)
    {
        var at = _text.Length - 1;
        while (at >= 0 && char.IsWhiteSpace(_text[at]))
            at--;
        return at >= 0 && _text[at] == ':' && _quoted == 0 && !tag.Attributes.Any(a => a.Id is HtmlAttributeId.Type or HtmlAttributeId.Cite
                or HtmlAttributeId.Class or HtmlAttributeId.Id)
            && !Wrote().IsMatch(_text.ToString(Math.Max(0, at - LongestAttribution), Math.Min(LongestAttribution, at)));
    }

    // "On 3 March, … wrote:" and heads of mails.
    [GeneratedRegex(
        @"@|\b(?:wrote|writes|said|a [eé]crit|[eé]crivait|escribi[oó]|schrieb|scrisse|escreveu)\b|\b(?:From|De|Von|Sent|Subject|Objet|Asunto|To|Date) ?:",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Wrote();

    private void Close(HtmlTagToken tag)
    {
        if (Breaks(tag.Id))
            Line();
        if (tag.Id is HtmlTagId.Table)
            _cells = 0;
        Close(tag.Name);
    }

    // What was never opened closes nothing; what was not closed ends with what it stands in, but for what marks letters: that goes on
    // (HTML, 13.2.4.3).
    private void Close(string name)
    {
        if (_names.GetValueOrDefault(name) == 0)
            return;
        var goesOn = new Stack<OpenTag>();
        while (_open.TryPop(out var open))
        {
            _names[open.Name]--;
            if (open.Turn is { } turn && _hidden == 0)
                _text.Append(turn.End);
            _hidden -= open.IsHidden ? 1 : 0;
            _quoted -= open.IsQuoted ? 1 : 0;
            if (open.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                break;
            if (Letters.Contains(open.Name))
                goesOn.Push(open);
        }
        if (!name.Equals("td", StringComparison.OrdinalIgnoreCase) && !name.Equals("th", StringComparison.OrdinalIgnoreCase))
            while (goesOn.TryPop(out var again))
                Push(again);
    }

    private void Push(OpenTag tag)
    {
        _open.Push(tag);
        _names[tag.Name] = _names.GetValueOrDefault(tag.Name) + 1;
        _hidden += tag.IsHidden ? 1 : 0;
        if (tag.Turn is { } turn && _hidden == 0)
            _text.Append(turn.Begin);
    }

    private void Append(string data)
    {
        var text = Spaces().Replace(data, " ");
        if (_startsLine)
            text = text.TrimStart();
        if (text.Length == 0)
            return;
        // A raised figure between two others may be one of theirs to a reader.
        _isUnsure |= _afterFootnote && char.IsDigit(text[0]);
        _afterFootnote = false;
        if (_startsLine && _quoted > 0)
            _text.Append(new string('>', Math.Min(_quoted, 5))).Append(' ');
        _startsLine = false;
        _text.Append(text);
    }

    private void Line()
    {
        _text.Append('\n');
        _startsLine = true;
    }

    private static bool Hides(HtmlTagToken tag) =>
        tag.Id is HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Title or HtmlTagId.NoScript or HtmlTagId.Object
            or HtmlTagId.Applet or HtmlTagId.IFrame or HtmlTagId.Select or HtmlTagId.TextArea
        || UnseenTags.Contains(tag.Name)
        || tag.Attributes.Any(Hides);

    private static bool Hides(HtmlAttribute attribute) => attribute.Name.Equals("hidden", StringComparison.OrdinalIgnoreCase);

    private static bool Breaks(HtmlTagId tag) => tag is HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.LI
        or HtmlTagId.UL or HtmlTagId.OL or HtmlTagId.Table or HtmlTagId.BlockQuote or HtmlTagId.HR or HtmlTagId.H1 or HtmlTagId.H2
        or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6 or HtmlTagId.Pre or HtmlTagId.Header or HtmlTagId.Footer
        or HtmlTagId.Section or HtmlTagId.Article;

    private static bool IsVoid(HtmlTagId tag) => tag is HtmlTagId.Br or HtmlTagId.HR or HtmlTagId.Image or HtmlTagId.Input or HtmlTagId.Meta
        or HtmlTagId.Link or HtmlTagId.Area or HtmlTagId.Base or HtmlTagId.Col or HtmlTagId.Embed or HtmlTagId.Param or HtmlTagId.Source;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n[ \t]*\n[ \t\n]*", RegexOptions.NonBacktracking)]
    private static partial Regex BlankLines();

    private sealed record OpenTag(string Name, bool IsHidden, SeenStyle Style, (char Begin, char End)? Turn, bool IsQuoted);
}
