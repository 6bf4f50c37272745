namespace Hub.EndToEnd.Tests.Crashes;

/// <summary>What is done to a hub at work.</summary>
internal enum Strike
{
    /// <summary>The functions' process is ended; their host starts another.</summary>
    Worker,

    /// <summary>The functions and their host are ended.</summary>
    Functions,

    /// <summary>The host is ended; the functions' process stays behind, an orphan.</summary>
    Host,

    /// <summary>The broker is ended.</summary>
    Broker,

    /// <summary>The functions' process is stopped in its tracks for longer than its leases last, and goes on.</summary>
    Freeze,
}
