using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Pages.Tests;

public sealed class ConfidentialityTests
{
    private static readonly EventType[] OfRecords =
    [
        EventType.AuthorityDesignated, EventType.AuthorityAmended, EventType.AuthorityConfirmed, EventType.AuthorityWithdrawn,
        EventType.TemporaryNoticeAnnounced,
    ];

    [Fact]
    public void Every_field_that_is_not_public_bears_a_mark() => Assert.Empty(Marked.EmptyFields());

    [Fact]
    public void No_public_page_shows_a_restricted_value_I6()
    {
        var directory = Sample.Directory(Marked.Register());
        var paths = Sample.Pages.Paths(directory, null, null).Where(p => !p.Contains("/states/", StringComparison.Ordinal))
            .Concat(Sample.Pages.Paths(directory, [], [Sample.Arvenia]));
        Assert.All(paths, path => Assert.DoesNotContain("MARK-OF", Sample.Page(path, directory)));
    }

    [Fact]
    public void No_mail_shows_what_is_the_Secretariats_I6()
    {
        var (old, changed) = (Marked.Authority(), Marked.Authority(2));
        foreach (var language in Enum.GetValues<Language>())
            foreach (var type in OfRecords)
            {
                var mail = Sample.Mail(language, Sample.Change(type, old, changed));
                var whole = $"{mail.Subject}\n{mail.Text}\n{mail.Html}";
                Assert.Contains(Marked.Restricted, whole);
                Assert.DoesNotContain(Marked.Secretariat, whole);
                Assert.DoesNotContain("1999", whole);
            }
    }

    [Fact]
    public void A_mail_shows_values_of_contact_fields_only()
    {
        var (old, changed) = (Sample.Authority(), Marked.Authority(2));
        var (before, after) = (old.Restricted, changed.Restricted);
        changed = changed with
        {
            Restricted = after with
            {
                AuthorityName = before.AuthorityName, Designations = before.Designations, PostalAddress = before.PostalAddress,
                Phones = before.Phones, Fax = before.Fax, Emails = before.Emails, OfficeHours = before.OfficeHours,
                TimeZone = before.TimeZone,
            },
        };
        var mail = Sample.Mail(Language.English, Sample.Change(EventType.AuthorityAmended, old, changed));
        Assert.Contains("Also changed: ", mail.Text);
        Assert.DoesNotContain("MARK-OF", mail.Text + mail.Html);
    }

    [Fact]
    public void The_subject_of_a_mail_names_States_only()
    {
        var designated = Sample.Change(EventType.AuthorityDesignated, after: Marked.Authority());
        Assert.DoesNotContain("MARK-OF", Sample.Mail(Language.English, designated).Subject);
    }
}
