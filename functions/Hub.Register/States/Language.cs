using System.Globalization;
using System.Text.Json.Serialization;
using Hub.Register.Json;

namespace Hub.Register.States;

/// <summary>The six official languages of the United Nations, coded by their BCP 47 tags.</summary>
public enum Language
{
    /// <summary>English.</summary>
    [JsonStringEnumMemberName("en")] English,

    /// <summary>French.</summary>
    [JsonStringEnumMemberName("fr")] French,

    /// <summary>Spanish.</summary>
    [JsonStringEnumMemberName("es")] Spanish,

    /// <summary>Arabic, written right to left.</summary>
    [JsonStringEnumMemberName("ar")] Arabic,

    /// <summary>Russian.</summary>
    [JsonStringEnumMemberName("ru")] Russian,

    /// <summary>Chinese.</summary>
    [JsonStringEnumMemberName("zh")] Chinese,
}

/// <summary>What follows from a language.</summary>
public static class Languages
{
    /// <summary>The culture whose texts, dates and order apply.</summary>
    public static CultureInfo Culture(this Language language) => CultureInfo.GetCultureInfo(Codes.Code(language));

    /// <summary><c>rtl</c> or <c>ltr</c>, as HTML's dir attribute wants it.</summary>
    public static string Direction(this Language language) => language == Language.Arabic ? "rtl" : "ltr";
}
