using System.Text.Json.Serialization;
using Hub.Notices.Access;
using Hub.Notices.AccessLinks;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Notices.Recipients;

/// <summary>Somebody who is told of changes by mail: a permanent mission or a designated authority.</summary>
/// <param name="Id">Its id; mails are numbered by it.</param>
/// <param name="State">Its State.</param>
/// <param name="Address">Its functional mailbox.</param>
/// <param name="Language">The language it reads.</param>
/// <param name="Name">How it is addressed.</param>
/// <param name="Since">It is told of events after this one.</param>
public sealed record Recipient(string Id, StateCode State, string Address, Language Language, string Name, long Since) : Confidential
{
    /// <summary>What the id of an office begins with that the register has.</summary>
    internal const string AuthorityPrefix = "authority-";

    /// <summary>The office it is, where it writes to the hub.</summary>
    public OfficeRole Role { get; init; }

    /// <summary>The domains whose every mailbox may write for it; null for none.</summary>
    public IReadOnlyList<string>? Domains { get; init; }

    /// <summary>When its address, or what it may say, was set last, UTC; null where nobody kept that.</summary>
    public DateTimeOffset? SetAt { get; init; }

    /// <summary>The person who set it last; of rows of before all were kept.</summary>
    public string? SetBy { get; init; }

    /// <summary>Why, as that person wrote; null where nobody did.</summary>
    public string? SetReason { get; init; }

    /// <summary>The address that it had before this one; null where it had none, or nobody kept it.</summary>
    public EarlierAddress? Earlier { get; init; }

    /// <summary>Everybody who set its address, or what it may say, each once; null where only the last one was kept.</summary>
    public IReadOnlyList<RecipientSetter>? Setters { get; init; }

    /// <summary>How often its links were ended.</summary>
    [JsonIgnore]
    public int LinkGeneration { get; init; }

    /// <summary>The same recipient as somebody sets it now, in place of what is known of it.</summary>
    public Recipient Set(Recipient? known, string person, string? reason, DateTimeOffset now)
    {
        if (known is not null && (State, Address, Role) == (known.State, known.Address, known.Role)
            && (Domains ?? []).SequenceEqual(known.Domains ?? []))
            return this with
            {
                SetAt = known.SetAt, SetBy = known.SetBy, SetReason = known.SetReason, Earlier = known.Earlier, Setters = known.Setters,
            };
        var before = known?.AllSetters() ?? [];
        var isNewAddress = known?.Address != Address;
        var holdsAddress = isNewAddress || before.Any(s => s.By == person && s.SetAddress);
        return this with
        {
            SetAt = now,
            SetBy = person,
            SetReason = reason,
            Earlier = known is not null && isNewAddress ? new(known.Address, now) : known?.Earlier,
            Setters =
            [
                .. before.Where(s => s.By != person).Select(s => s with { SetAddress = s.SetAddress && !isNewAddress }),
                new(person, now, holdsAddress),
            ],
        };
    }

    /// <summary>Who of those that set it since a time counts as the one who speaks at its address: first of all who chose that.</summary>
    public RecipientSetter? SetterSince(DateTimeOffset time) =>
        AllSetters().Where(s => s.At > time).OrderByDescending(s => s.SetAddress).ThenByDescending(s => s.At).FirstOrDefault();

    /// <summary>Everybody who set it since a time.</summary>
    public IReadOnlyList<string> AllSince(DateTimeOffset time) => [.. AllSetters().Where(s => s.At > time).Select(s => s.By)];

    /// <summary>As whom it writes: whoever set its address, or what it may say, could write in its name.</summary>
    public Caller Sender() =>
        new Caller(Id, CallerKind.State, State, RecordId() is null ? Role : OfficeRole.Authority).SetByAll(Persons());

    /// <summary>Everybody who set its address, or what it may say.</summary>
    public IEnumerable<string> Persons() => AllSetters().Select(s => s.By);

    private IReadOnlyList<RecipientSetter> AllSetters() => Setters ?? (SetBy is null || SetAt is not { } at ? [] : [new(SetBy, at, true)]);

    /// <summary>The record of the authority that reads; null for a mission.</summary>
    public string? RecordId() => RecordOf(Id);

    /// <summary>The record that an id of a recipient is of; null for a mission.</summary>
    public static string? RecordOf(string id) =>
        id.StartsWith(AuthorityPrefix, StringComparison.Ordinal) ? id[AuthorityPrefix.Length..] : null;

    /// <summary>The same recipient; an authority by the name that readers of a language know.</summary>
    public Recipient NamedIn(Language language, RegisterSnapshot register) =>
        RecordId() is { } id && register.Authorities.TryGetValue(id, out var record) ? this with { Name = record.Name(language) } : this;

    /// <summary>To whom its links are sent.</summary>
    public AccessLinkHolder Holder() => new(Id, Address, LinkGeneration);

    /// <summary>The same recipient, with what is kept of its links.</summary>
    public Recipient With(RecipientChoice? choice) => choice is null ? this : this with { LinkGeneration = choice.LinkGeneration };

    /// <summary>Whether it can stand by a notice that is held: the mission or a ministry of its State (I7).</summary>
    public bool MayConfirm(Notice notice) =>
        State == notice.State && RecordId() is null && Role is (OfficeRole.Mission or OfficeRole.Ministry);

    /// <summary>
    /// The recipients that the register itself names: every authority designated for something, by its first functional address.
    /// </summary>
    public static IEnumerable<Recipient> AuthoritiesOf(RegisterSnapshot register, DateOnly day) =>
        from authority in register.Authorities.Values
        where authority.Restricted.IsInForce(day)
        let address = authority.Restricted.Emails?.FirstOrDefault(e => e is { Functional: true })
        where address is not null
        let language = LanguageOf(authority.Restricted)
        select new Recipient($"{AuthorityPrefix}{authority.Id}", authority.State(), address.Address, language, authority.Name(language), 0);

    private static Language LanguageOf(AuthorityRestricted authority) =>
        (authority.LanguagesSpoken ?? []).Concat(authority.LanguagesOfRequests ?? [])
            .Select(tag => Codes.TryParse<Language>(tag, out var language) ? (Language?)language : null)
            .FirstOrDefault(l => l is not null) ?? Language.English;
}

/// <summary>An address that a recipient had.</summary>
/// <param name="Address">The address.</param>
/// <param name="Until">Until when, UTC.</param>
public sealed record EarlierAddress(string Address, DateTimeOffset Until) : Confidential;

/// <summary>Who set a recipient's address, or what it may say.</summary>
/// <param name="By">The person.</param>
/// <param name="At">When last, UTC.</param>
/// <param name="SetAddress">Whether the address that it has now is this person's.</param>
public sealed record RecipientSetter(string By, DateTimeOffset At, bool SetAddress);

/// <summary>Where the permanent missions that want to be told are kept.</summary>
public interface ISubscriberStore
{
    /// <summary>All of them.</summary>
    Task<IReadOnlyList<Recipient>> List(CancellationToken cancel);

    /// <summary>One by its id; null where there is none.</summary>
    async Task<Recipient?> Find(string id, CancellationToken cancel) => (await List(cancel)).FirstOrDefault(r => r.Id == id);

    /// <summary>Keeps one; it is told of what comes after the event it names.</summary>
    /// <param name="recipient">As it is to be.</param>
    /// <param name="before">As it was read; null where there was none.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>False where it stands otherwise by now: then nothing is kept.</returns>
    Task<bool> Save(Recipient recipient, Recipient? before, CancellationToken cancel);
}
