using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Console.Notices.Source;

/// <summary>Everything that can be read in a file of a notice.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Text">The file, with its translation; null where nothing can be read in it.</param>
/// <param name="Number">The number of the file, from 1.</param>
/// <param name="Languages">The languages that there are translations in.</param>
public sealed record DocumentView(Notice Notice, SourceText? Text, int Number, IReadOnlyList<Language> Languages) : Confidential;
