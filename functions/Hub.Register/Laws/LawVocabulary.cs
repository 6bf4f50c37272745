namespace Hub.Register.Laws;

/// <summary>What kind of text a law is.</summary>
public enum LawType
{
    /// <summary>Constitution.</summary>
    Constitution,

    /// <summary>Act of parliament.</summary>
    Act,

    /// <summary>Code.</summary>
    Code,

    /// <summary>Regulation.</summary>
    Regulation,

    /// <summary>Decree.</summary>
    Decree,

    /// <summary>Rules of procedure or of court.</summary>
    Rules,

    /// <summary>Act that approves a treaty or brings it into national law.</summary>
    TreatyAct,

    /// <summary>Guideline for those who make or execute requests.</summary>
    Guideline,

    /// <summary>No text: the State says that it has no law of its own for the articles named.</summary>
    NoSpecificLaw,
}

/// <summary>Whether a law is in force.</summary>
public enum LawStatus
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>In force.</summary>
    InForce,

    /// <summary>Not in force yet.</summary>
    NotYet,

    /// <summary>In force in part.</summary>
    Partly,

    /// <summary>In force, amended since.</summary>
    Amended,

    /// <summary>Repealed.</summary>
    Repealed,
}

/// <summary>Whose text of a law it is; the original prevails over each translation (I10).</summary>
public enum LawTextKind
{
    /// <summary>The text that was enacted; a State may have several, in as many languages.</summary>
    Official,

    /// <summary>The State's translation.</summary>
    StateTranslation,

    /// <summary>The United Nations' translation.</summary>
    UnTranslation,

    /// <summary>A translation by others.</summary>
    Other,

    /// <summary>A machine's translation.</summary>
    Machine,
}

/// <summary>What one law does to another.</summary>
public enum LawRelationKind
{
    /// <summary>Amends it.</summary>
    Amends,

    /// <summary>Is amended by it.</summary>
    AmendedBy,

    /// <summary>Repeals it.</summary>
    Repeals,

    /// <summary>Consolidates it.</summary>
    Consolidates,

    /// <summary>Is made under it, or carries it out.</summary>
    Implements,
}

/// <summary>What a provision is about, across the articles of the instruments.</summary>
public enum LawTopic
{
    /// <summary>Jurisdiction.</summary>
    Jurisdiction,

    /// <summary>Liability of legal persons.</summary>
    LegalPersons,

    /// <summary>Confiscation.</summary>
    Confiscation,

    /// <summary>Special investigative techniques.</summary>
    SpecialTechniques,

    /// <summary>Extradition.</summary>
    Extradition,

    /// <summary>Mutual legal assistance.</summary>
    Mla,

    /// <summary>Transfer of sentenced persons or of proceedings.</summary>
    Transfer,

    /// <summary>Electronic evidence.</summary>
    EEvidence,

    /// <summary>Protection of witnesses and victims.</summary>
    WitnessProtection,

    /// <summary>Dual criminality.</summary>
    DualCriminality,

    /// <summary>Whether nationals are extradited.</summary>
    Nationals,

    /// <summary>Bank secrecy.</summary>
    BankSecrecy,
}

/// <summary>Which crimes a provision is about.</summary>
public enum CrimeType
{
    /// <summary>Organized crime.</summary>
    OrganizedCrime,

    /// <summary>Money-laundering.</summary>
    MoneyLaundering,

    /// <summary>Corruption.</summary>
    Corruption,

    /// <summary>Trafficking in persons.</summary>
    TraffickingInPersons,

    /// <summary>Smuggling of migrants.</summary>
    SmugglingOfMigrants,

    /// <summary>Firearms.</summary>
    Firearms,

    /// <summary>Drugs.</summary>
    Drugs,

    /// <summary>Cybercrime.</summary>
    Cybercrime,

    /// <summary>Terrorism.</summary>
    Terrorism,

    /// <summary>Cultural property.</summary>
    CulturalProperty,
}

/// <summary>Who put a law into the library.</summary>
public enum LawSource
{
    /// <summary>The State, by one of its offices.</summary>
    State,

    /// <summary>The Secretariat, from a public source; the State may object.</summary>
    SecretariatFound,
}
