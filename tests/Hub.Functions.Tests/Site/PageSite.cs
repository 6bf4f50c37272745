using System.Text;
using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Functions.Tests.Documents;
using Hub.InMemory;
using Hub.Notices.Access;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Functions.Tests.Site;

/// <summary>A hub on one's own machine, as its pages know it.</summary>
internal sealed class PageSite
{
    public static readonly Uri Home = new("http://127.0.0.1:7071");
    public static readonly Caller Administrator =
        new("Daniel Osei", CallerKind.Secretariat) { SignedIn = true, Session = "session-1", Roles = SecretariatRoles.Administrator };

    public PageSite(IPersonStore? people = null)
    {
        People = people ?? new MemoryPeople();
        SignIn = new(new(null, Home) { IsLocal = true }, Sessions, Clock);
        Visits = new(SignIn, Tokens, People, new(Cursors, new MemoryOutbox(), null!, Clock), Clock);
        Pages = new(Visits);
        Errors = new(Visits);
    }

    public FakeTimeProvider Clock { get; } = new(Sample.Now);

    public MemoryCursors Cursors { get; } = new();

    public MemorySessions Sessions { get; } = new();

    public IPersonStore People { get; }

    public FormTokens Tokens { get; } = new(new FixedAccessLinkKey());

    public SignIn SignIn { get; }

    public Visits Visits { get; }

    public SitePages Pages { get; }

    public ErrorPages Errors { get; }

    /// <summary>A page is asked for.</summary>
    public static HttpRequest Get(string path, Caller? by = null)
    {
        var request = Served.Request();
        request.Headers.Authorization = default;
        request.Host = new(Home.Authority);
        var parts = path.Split('?', 2);
        (request.Path, request.QueryString) = (parts[0], new(parts.Length > 1 ? $"?{parts[1]}" : ""));
        if (by is not null)
            request.Admit(by);
        return request;
    }

    /// <summary>A form of a page is sent.</summary>
    public static HttpRequest Post(string path, Caller? by, params (string Name, string Value)[] fields)
    {
        var request = Get(path, by);
        request.Method = "POST";
        request.ContentType = "application/x-www-form-urlencoded";
        request.Headers["Sec-Fetch-Site"] = "same-origin";
        request.Body = new MemoryStream(Encoding.ASCII.GetBytes(
            string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"))));
        request.ContentLength = request.Body.Length;
        return request;
    }

    /// <summary>The same of a list, after something was typed into its search.</summary>
    public static async Task<HttpRequest> Searched(string path, Caller by, string words)
    {
        var search = new SearchWords(new FixedAccessLinkKey());
        var typed = $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}text={await search.Seal(by, words, default)}";
        var request = Get(path + typed, by);
        await search.Open(request);
        return request;
    }

    /// <summary>The text of a response.</summary>
    public static string Text(Served served) => System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(served.Bytes));
}
