#pragma warning disable CS1591 // Each is what it is called; the phrases in Lexicons say it in three languages.
namespace Hub.Intake.Notes.Phrasing;

/// <summary>What a phrase of a note can mean; Lexicons has the phrases, a file for each language.</summary>
internal enum Concept
{
    Opening, Closing, LetterEnd, OfficeOf, FormOfState, ReferenceLabel, TheirReference, Effective, LastDay,
    Designates, DesignatesActive, DesignatedPassive, Replaces, ReplacedWith, InPlaceOf, PreviousOf, Withdraws, Nil, Confirms, Unchanged,
    LegalBasis, Not, Temporary, Closure, Relocation, Strike, Emergency, ContactChange, Changed,
    As, CentralAuthority, CompetentAuthority, Liaison, FocalPoint, Prevention,
    AroundTheClock, EmergencyPhone, MobilePhone, HomePhone, PhoneLabel, FaxLabel, EmailLabel, AddressLabel, WebsiteLabel, UnitLabel,
    HoursLabel, LanguagesLabel, Requests, Speaks, AllLanguages, Old, OldAfter, Urgent, Only, But, Accepts, Refuses,
    Following, NameStop, Article, Institution, ParentLink, Head, NoOffice, Joins, OldColumn, NewColumn, NameLabel, ParentLabel,
    Stays, OutOfHours, Both, Designation, DateLabel, Below, Enclosed, Holiday, LineDown, UpTo, Ending, NameWords, PartOf, Choice, Sender, Asks, Paper, LastWords,
}
