using System.Security.Cryptography;
using Hub.Delivery.NetworkPages;

namespace Hub.Pages.Site;

/// <summary>The one style sheet of the pages. Its name changes with its content, so that a browser may keep it for good.</summary>
public static class StyleSheet
{
    /// <summary>The sheet, e.g. at <c>assets/hub.0123456789abcdef.css</c>.</summary>
    public static Page Page { get; } = Of(Read());

    /// <summary>Whose work is in it.</summary>
    public const string Licences = """
        The style sheet of these pages is made of parts of govuk-frontend 6.6.0 (https://github.com/alphagov/govuk-frontend).

        The MIT License (MIT)

        Copyright (C) Crown Copyright (Government Digital Service)

        Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
        "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
        distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
        the following conditions:

        The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

        THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
        MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
        ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH
        THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
        """;

    private static Page Of(byte[] content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        return new($"assets/hub.{hash[..16]}.css", "text/css; charset=utf-8", content) { IsForGood = true };
    }

    private static byte[] Read()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("hub.css")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
