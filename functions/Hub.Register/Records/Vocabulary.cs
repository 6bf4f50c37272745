using System.Text.Json.Serialization;

namespace Hub.Register.Records;

/// <summary>The instruments under which States designate authorities.</summary>
public enum Instrument
{
    /// <summary>UN Convention against Transnational Organized Crime (UNTS 2225, No. 39574).</summary>
    Untoc,

    /// <summary>Trafficking in Persons Protocol (UNTS 2237).</summary>
    [JsonStringEnumMemberName("UNTOC-TIP")] UntocTip,

    /// <summary>Smuggling of Migrants Protocol (UNTS 2241).</summary>
    [JsonStringEnumMemberName("UNTOC-SOM")] UntocSom,

    /// <summary>Firearms Protocol (UNTS 2326).</summary>
    [JsonStringEnumMemberName("UNTOC-FA")] UntocFa,

    /// <summary>UN Convention against Illicit Traffic in Narcotic Drugs, 1988 (UNTS 1582, No. 27627).</summary>
    [JsonStringEnumMemberName("CND-1988")] Cnd1988,

    /// <summary>UN Convention against Corruption.</summary>
    Uncac,

    /// <summary>Any other; the reference says which.</summary>
    Other,
}

/// <summary>What an authority is designated for (CTOC/COP/2010/2 §8 and the directories since).</summary>
public enum Matter
{
    /// <summary>Extradition.</summary>
    Extradition,

    /// <summary>Transfer of sentenced persons.</summary>
    TransferSentencedPersons,

    /// <summary>Mutual legal assistance in criminal matters.</summary>
    Mla,

    /// <summary>Smuggling of narcotics by sea.</summary>
    DrugSmugglingSea,

    /// <summary>Smuggling of migrants by sea.</summary>
    MigrantSmugglingSea,

    /// <summary>Liaison on trafficking in firearms (Firearms Protocol art. 13).</summary>
    FirearmsLiaison,

    /// <summary>Asset recovery.</summary>
    AssetRecovery,

    /// <summary>Prevention of transnational organized crime (UNTOC art. 31(6)).</summary>
    PreventionToc,

    /// <summary>Prevention of corruption (UNCAC art. 6(3)).</summary>
    PreventionCorruption,

    /// <summary>Civil and administrative proceedings on corruption (UNCAC art. 43(1)).</summary>
    CivilAdmin,

    /// <summary>Trafficking in cultural property.</summary>
    CulturalProperty,

    /// <summary>Terrorism.</summary>
    Terrorism,
}

/// <summary>What a designated authority does for its pair.</summary>
public enum DesignationFunction
{
    /// <summary>Receives requests and executes or transmits them.</summary>
    CentralAuthority,

    /// <summary>Decides on or executes requests.</summary>
    CompetentAuthority,

    /// <summary>Liaises with other States parties (firearms).</summary>
    Liaison,

    /// <summary>Focal point (asset recovery, civil and administrative proceedings).</summary>
    FocalPoint,

    /// <summary>Prevention authority.</summary>
    Prevention,

    /// <summary>Reached day and night.</summary>
    [JsonStringEnumMemberName("CONTACT_24_7")] Contact247,
}

/// <summary>What kind of institution an authority is.</summary>
public enum AuthorityKind
{
    /// <summary>Ministry of justice.</summary>
    MinistryOfJustice,

    /// <summary>Ministry of foreign affairs.</summary>
    MinistryOfForeignAffairs,

    /// <summary>Prosecution service.</summary>
    Prosecution,

    /// <summary>Court.</summary>
    Court,

    /// <summary>Police.</summary>
    Police,

    /// <summary>Coast guard or navy.</summary>
    CoastGuard,

    /// <summary>Anti-corruption body.</summary>
    AntiCorruptionBody,

    /// <summary>Customs.</summary>
    Customs,

    /// <summary>Ministry of the interior.</summary>
    Interior,

    /// <summary>Any other.</summary>
    Other,
}

/// <summary>The form a request may have.</summary>
public enum RequestFormat
{
    /// <summary>Paper original.</summary>
    PaperOriginal,

    /// <summary>Certified copy.</summary>
    CertifiedCopy,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Signed PDF.</summary>
    SignedPdf,

    /// <summary>With an electronic signature.</summary>
    ElectronicSignature,

    /// <summary>Encrypted.</summary>
    Encrypted,
}

/// <summary>The road a request may take.</summary>
public enum RequestChannel
{
    /// <summary>Authority to authority.</summary>
    Direct,

    /// <summary>Through diplomatic missions.</summary>
    Diplomatic,

    /// <summary>Through INTERPOL.</summary>
    Interpol,

    /// <summary>By post.</summary>
    Post,

    /// <summary>By courier.</summary>
    Courier,

    /// <summary>By fax.</summary>
    Fax,

    /// <summary>By e-mail.</summary>
    Email,

    /// <summary>Through a secure platform, e.g. Iber@.</summary>
    SecurePlatform,
}

/// <summary>Whether requests may be made through INTERPOL (UNTOC art. 18(13)).</summary>
public enum InterpolAcceptance
{
    /// <summary>Not known; the State is asked (V14).</summary>
    Unknown,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,

    /// <summary>In urgent cases only.</summary>
    UrgentOnly,
}

/// <summary>Where a record stands.</summary>
public enum RecordStatus
{
    /// <summary>In force as designated.</summary>
    Active,

    /// <summary>In force, changed since.</summary>
    Amended,

    /// <summary>In force, confirmed by the State within the year.</summary>
    Confirmed,

    /// <summary>Not confirmed in time.</summary>
    NonConfirmed,

    /// <summary>No longer designated for anything.</summary>
    Withdrawn,
}
