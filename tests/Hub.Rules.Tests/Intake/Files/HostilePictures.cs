using Hub.Register.Problems;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Files;

/// <summary>Pictures that must not be taken.</summary>
internal static class HostilePictures
{
    public static IEnumerable<(string Name, ProblemCode Code, byte[] Bytes)> All()
    {
        var page = "<html><script>alert(1)</script></html>"u8.ToArray();
        var jar = new Package().Part("a.class", "x").Bytes();
        yield return ("png with a page behind", ProblemCode.F16, [.. Picture.Png(), .. page]);
        yield return ("png with a page in a comment", ProblemCode.F16, Picture.Png(text: [.. "c\0"u8, .. page]));
        yield return ("png with a zip behind", ProblemCode.F16, [.. Picture.Png(), .. jar]);
        yield return ("png of 2 G pixels", ProblemCode.F15, Picture.Png(50_000, 50_000));
        yield return ("png without size", ProblemCode.F18, Picture.Png(0, 0));
        yield return ("png cut off", ProblemCode.F18, Picture.Png()[..^6]);
        yield return ("jpeg with a page behind", ProblemCode.F16, [.. Picture.Jpeg(), .. page]);
        yield return ("jpeg with a page in a comment", ProblemCode.F16, Picture.Jpeg(comment: page));
        yield return ("jpeg that is a jar", ProblemCode.F16, [.. Picture.Jpeg(), .. jar]);
        yield return ("jpeg that is a pdf", ProblemCode.F16, Picture.Jpeg(comment: "%PDF-1.7"u8.ToArray()));
        yield return ("jpeg of 4 G pixels", ProblemCode.F15, Picture.Jpeg(65_000, 65_000));
        yield return ("jpeg cut off", ProblemCode.F18, Picture.Jpeg()[..^3]);
        yield return ("tiff that bites its tail", ProblemCode.F18, Picture.Tiff(next: 8));
        yield return ("tiff with pages elsewhere", ProblemCode.F18, Picture.Tiff(next: 4_000_000_000));
        yield return ("tiff of 4 G pixels", ProblemCode.F15, Picture.Tiff(width: 65_536, height: 65_536));
        yield return ("tiff with a page behind", ProblemCode.F16, [.. Picture.Tiff(), .. page]);
        yield return ("gif", ProblemCode.F10, [.. "GIF89a"u8, .. new byte[20]]);
        yield return ("svg", ProblemCode.F10, "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray());
    }
}
