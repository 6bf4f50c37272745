using Hub.Register.Json;

namespace Hub.Register.Records;

/// <summary>What the hub keeps of a record, for the directory's readers.</summary>
public sealed record AuthorityUpkeep : Confidential
{
    /// <summary>Where the record stands.</summary>
    public required RecordStatus Status { get; init; }

    /// <summary>When its content last changed, UTC.</summary>
    public required DateTimeOffset LastChangedOn { get; init; }

    /// <summary>When its State last confirmed it, UTC.</summary>
    public DateTimeOffset? LastConfirmedOn { get; init; }

    /// <summary>Random text of this version; see <see cref="Authority.Hash"/>.</summary>
    public required string Salt { get; init; }
}

/// <summary>What the Secretariat alone may see of an authority.</summary>
public sealed record AuthoritySecretariat : Confidential
{
    /// <summary>A person named without consent to be shown (V15).</summary>
    public ContactPerson? ContactPerson { get; init; }

    /// <summary>Numbers of persons: of their homes, and their own mobiles (V15). A duty mobile is the office's.</summary>
    public IReadOnlyList<Phone>? PersonalPhones { get; init; }

    /// <summary>The number for urgent cases, where it is a person's own (V15).</summary>
    public Phone? UrgentPhone { get; init; }

    /// <summary>The notice this version came from.</summary>
    public string? SourceNotice { get; init; }

    /// <summary>Date of the newest note applied: an older one must not overwrite it (V19).</summary>
    public DateOnly? NoteDate { get; init; }

    /// <summary>Which office of the State set the fields that last changed.</summary>
    public OfficeRole? SetBy { get; init; }

    /// <summary>The fields that last changed.</summary>
    public IReadOnlyList<string>? LastFields { get; init; }

    /// <summary>Who approved it.</summary>
    public IReadOnlyList<string>? Reviewers { get; init; }
}
