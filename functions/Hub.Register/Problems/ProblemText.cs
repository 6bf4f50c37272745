using Hub.Register.Json;

namespace Hub.Register.Problems;

/// <summary>A problem in words. It may quote the notice, so it is for the sender and the Secretariat only.</summary>
/// <param name="Title">What is wrong.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record ProblemText(string Title, string Remedy) : Confidential;
