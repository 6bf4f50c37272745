using System.Text.Json.Serialization;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Notices.Access;

/// <summary>Who calls, as the key says.</summary>
/// <param name="Name">The office, reviewer or partner; unique, and shown in decisions.</param>
/// <param name="Kind">What kind of caller.</param>
/// <param name="State">The State it speaks for.</param>
/// <param name="Role">The office of that State.</param>
public sealed record Caller(string Name, CallerKind Kind, StateCode? State = null, OfficeRole? Role = null)
{
    /// <summary>The name of the key by which the first others are issued.</summary>
    public const string FirstKey = "first key";

    /// <summary>The hub itself, which enters the data that come with it; nobody gets a key of its name.</summary>
    public static Caller Hub { get; } = new("hub", CallerKind.Secretariat);

    /// <summary>Who issued the key, and the key of that one, up to the first of them; null where nobody but the first key did.</summary>
    public string? MadeBy { get; init; }

    /// <summary>
    /// Everybody of the Secretariat who gave an office the key, or set the address or the rights, with which it writes; null for nobody.
    /// </summary>
    public IReadOnlyList<string>? SetBy { get; init; }

    /// <summary>Whether a person signed in, and did not come with a key.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SignedIn { get; init; }

    /// <summary>What colleagues call the person who signed in, where the name is an id.</summary>
    [JsonIgnore]
    public string? FullName { get; init; }

    /// <summary>The id of the session of whoever signed in with one.</summary>
    [JsonIgnore]
    public string? Session { get; init; }

    /// <summary>What it may do, where it is of the Secretariat.</summary>
    [JsonIgnore]
    public SecretariatRoles Roles { get; init; } = SecretariatRoles.All;

    /// <summary>Whether it is of the Secretariat and has one of these roles.</summary>
    public bool HasOneOf(SecretariatRoles roles) => Kind == CallerKind.Secretariat && (Roles & roles) != 0;

    /// <summary>Whether it is the first key, which issues others and decides nothing.</summary>
    [JsonIgnore]
    public bool IsFirstKey => Kind == CallerKind.Secretariat && Name == FirstKey;

    /// <summary>The person behind it: whoever holds a key may hold all that were issued with it.</summary>
    [JsonIgnore]
    public string Person => MadeBy ?? Name;

    /// <summary>
    /// Whether it speaks for its State officially. The Secretariat does, but not where it enters what an authority wrote.
    /// </summary>
    [JsonIgnore]
    public bool IsOfficialChannel => (Kind == CallerKind.Secretariat && Role != OfficeRole.Authority)
        || (Kind == CallerKind.State && Role is (OfficeRole.Mission or OfficeRole.Ministry));

    /// <summary>An office, with those of the Secretariat by whom it can write.</summary>
    public Caller SetByAll(params IEnumerable<string?> persons) =>
        persons.OfType<string>().Distinct().ToList() is { Count: > 0 } all ? this with { SetBy = all } : this;

    /// <summary>A person of the Secretariat who enters what an office of a State wrote or said.</summary>
    public Caller Entering(StateCode state, OfficeRole office) => this with { State = state, Role = office };

    /// <summary>An office whose mail the Secretariat released after it called the State back.</summary>
    public static Caller CalledBack(StateCode state, OfficeRole? office) => new($"{state} (called back)", CallerKind.State, state, office);

    /// <summary>Whether it is such an office: its name is the hub's own then, and no person's.</summary>
    [JsonIgnore]
    public bool WasCalledBack => State is { } state && Name == CalledBack(state, Role).Name;

    /// <summary>Whether it is the person who wrote something, as far as names and keys tell.</summary>
    public bool Is(Author author)
    {
        ArgumentNullException.ThrowIfNull(author);
        return Name == author.Name || Person == (author.MadeBy ?? author.Name);
    }

    /// <summary>
    /// Whether nobody can tell if it is the person who wrote something: with a key and signed in, one person has two names.
    /// </summary>
    public bool MayBe(Author author)
    {
        ArgumentNullException.ThrowIfNull(author);
        return author.SignedIn is { } signedIn && signedIn != SignedIn;
    }

    /// <summary>Another caller, as one whose key this one issues.</summary>
    public Caller Making(Caller other) => other with { MadeBy = IsFirstKey ? null : Person };
}

/// <summary>
/// Somebody of the Secretariat whose words are in a notice, or may be: who entered it, corrected it, or let its sender write.
/// </summary>
/// <param name="Name">The name of the caller.</param>
/// <param name="MadeBy">The person behind the key, where that is another's.</param>
/// <param name="SignedIn">Whether the person signed in, and did not come with a key; null where nobody kept that.</param>
public sealed record Author(string Name, string? MadeBy, bool? SignedIn);
