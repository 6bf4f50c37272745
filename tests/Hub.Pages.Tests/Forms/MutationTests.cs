using FsCheck;
using FsCheck.Fluent;
using Hub.Intake.Files.Inspection;
using Hub.Intake.Forms.Reading;
using Hub.Notices;
using Hub.Pages.Forms;
using Hub.Register.States;
using Hub.Testing;

namespace Hub.Pages.Tests.Forms;

/// <summary>Forms with something changed at random: whatever the hub takes of them is read, or is no form.</summary>
public sealed class MutationTests
{
    private static readonly Mutations Changed = Mutations.OfBytes(
        from language in new[] { Language.English, Language.Arabic, Language.Chinese }
        let filled = FilledForms.In(language).Sample(1, new Rnd(1), 20)[0].ToDictionary(f => f.Field.Code, f => f.Text)
        from kind in DesignationForms.Kinds
        select DesignationForms.Of(kind, language, filled));

    private int _forms;

    [Fact]
    public void No_change_to_a_form_makes_its_reader_fail() => ForAll(read => Changed.Try(1000, seed: 1, read));

    [Fact]
    [Trait("Category", "Long")]
    public void No_change_to_a_form_makes_its_reader_fail_for_minutes() =>
        ForAll(read => Changed.Try(TimeSpan.FromMinutes(2), Random.Shared.Next(), read));

    private void ForAll(Func<Action<byte[]>, string?> tried)
    {
        var failure = tried(Read);
        Assert.True(failure is null, failure);
        Assert.True(_forms > 10, $"only {_forms} of the changed forms were still forms");
    }

    private void Read(byte[] bytes)
    {
        if (Inspector.Inspect("form", new MemoryStream(bytes)) is { Refused: null, Kind: { } kind }
            && DesignationFormParser.Read(kind, "form", new MemoryStream(bytes), NoticeKind.NewDesignation).IsForm)
            _forms++;
    }
}
