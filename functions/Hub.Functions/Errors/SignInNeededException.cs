namespace Hub.Functions.Errors;

/// <summary>A page was asked for, or a form of one was sent, by somebody who has not signed in, or whose session has ended.</summary>
public sealed class SignInNeededException() : Exception("Somebody has to sign in first.");
