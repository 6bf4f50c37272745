using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Functions.SigningIn;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.InMemory;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Notices.SigningIn;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Functions.Tests.SigningIn;

/// <summary>A hub with one mission, one authority and one partner, and browsers with which people, and others, come to it.</summary>
public abstract class MailSignInCase
{
    private protected const string Mission = "mission@state.example";
    private protected const string Authority = "cooperation@justice.example";
    private protected static readonly Uri Home = new("https://hub.example/");
    private readonly MemoryEndpoints _partners = new();

    private protected MailSignInCase()
    {
        Subscribers.Put(new Recipient("mission", Sample.State, Mission, Language.English, "Mission", 0) { Role = OfficeRole.Mission });
        _partners.PutPartner(new Partner("wacap", new("contact@wacap.example", Language.English, "Contact")));
    }

    private protected FakeTimeProvider Clock { get; } = new(Sample.Now);

    private protected MemoryRegister Register { get; } = new(Sample.Authority());

    private protected MemorySubscribers Subscribers { get; } = new();

    private protected MemorySignInAsks Asks { get; } = new();

    private protected MemorySessions Sessions { get; } = new();

    private protected MemoryOutbox Outbox { get; } = new();

    private protected SignInSettings Settings { get; } = new(null, Home);

    private protected SignInSecrets Secrets { get; } = new(new FixedAccessLinkKey());

    private protected AddressHolders Holders => new(new(Register, Subscribers, new MemoryChoices(), Clock), _partners);

    private protected VisitorSessions Visitors => new(Sessions, Holders, new FixedAccessLinkKey(), Clock);

    private protected SignIn SignIn => new(Settings, Sessions, Clock, Visitors);

    private protected AskLimits Limits => _limits ??= new(new(null), Clock);

    private AskLimits? _limits;

    private protected Visits Visits => new(
        SignIn, new(new FixedAccessLinkKey()), new MemoryPeople(), new(new MemoryCursors(), new MemoryOutbox(), null!, Clock), Clock);

    private protected MailSignInPages Pages => new(
        new(Visits), new(Asks, Secrets, Holders, Outbox, Clock), SignIn, new(Settings), Limits);

    /// <summary>Somebody asks for a link and a code.</summary>
    private protected Task<Served> Ask(Browser browser, string address, string to = "/") =>
        browser.Send("/sign-in/mail", r => Pages.Ask(r, default), ("address", address), ("to", to));

    private protected Task<Served> Type(Browser browser, string code) =>
        browser.Send("/sign-in/code", r => Pages.ByCode(r, default), ("code", code));

    private protected Task<Served> Press(Browser browser, string token) =>
        browser.Send($"/sign-in/mail/{token}", r => Pages.ByLink(r, token, default));

    private protected Task<Served> Open(Browser browser, string token) =>
        browser.Get($"/sign-in/mail/{token}", r => Pages.ShowLink(r, token, default));

    /// <summary>What the mail of the last ask brings.</summary>
    private protected async Task<(string Code, string Link)> Mail()
    {
        var ask = Asks.All.Last();
        return (await Secrets.Code(ask, default), await Secrets.Link(ask, default));
    }

    /// <summary>A browser that is signed in.</summary>
    private protected async Task<Browser> SignedIn(string address)
    {
        var browser = new Browser();
        await Ask(browser, address);
        Assert.Equal(303, (await Type(browser, (await Mail()).Code)).Status);
        return browser;
    }

    /// <summary>As whom a browser calls.</summary>
    private protected Task<Caller?> Who(Browser browser, params CallerKind[] kinds) =>
        SignIn.FindVisitor(browser.Request("/office"), kinds);

    /// <summary>A browser: it keeps cookies as browsers do.</summary>
    internal sealed class Browser
    {
        public Dictionary<string, string> Cookies { get; } = [];

        public HttpRequest Request(string path)
        {
            var request = PageSite.Get(path);
            (request.Scheme, request.Host) = ("https", new(Home.Authority));
            request.Headers.Cookie = string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}"));
            return request;
        }

        public Task<Served> Get(string path, Func<HttpRequest, Task<IActionResult>> function) => Serve(Request(path), function);

        public Task<Served> Send(
            string path, Func<HttpRequest, Task<IActionResult>> function, params (string Name, string Value)[] fields)
        {
            var request = PageSite.Post(path, null, fields);
            (request.Scheme, request.Host) = ("https", new(Home.Authority));
            request.Headers.Origin = Home.GetLeftPart(UriPartial.Authority);
            request.Headers.Cookie = string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}"));
            return Serve(request, function);
        }

        private async Task<Served> Serve(HttpRequest request, Func<HttpRequest, Task<IActionResult>> function)
        {
            var served = await Served.By(request, function);
            foreach (var cookie in served.Headers.SetCookie)
            {
                var (name, value) = (cookie!.Split('=')[0], cookie.Split('=', 2)[1].Split(';')[0]);
                Assert.StartsWith("__Host-", name, StringComparison.Ordinal);
                Assert.All(
                    ["secure", "httponly", "samesite=lax", "path=/"],
                    part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
                Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
                if (value.Length > 0)
                    Cookies[name] = value;
                else
                    Cookies.Remove(name);
            }
            return served;
        }
    }
}
