namespace Hub.Host;

/// <summary>A function threw; the worker has logged what.</summary>
public sealed class FunctionFailedException(string function) : Exception($"Exception while executing function: Functions.{function}");
