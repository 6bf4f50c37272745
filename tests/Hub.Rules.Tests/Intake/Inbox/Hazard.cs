using System.Reflection;

namespace Hub.Rules.Tests.Intake.Inbox;

/// <summary>The process died: of a kind that nothing catches.</summary>
internal sealed class CrashException : OutOfMemoryException;

/// <summary>Counts everything that lasts, and lets the process die before or after one of it.</summary>
internal sealed class Hazard
{
    private bool _dead;

    public int Count { get; private set; }

    /// <summary>At which call it dies; 0 for never.</summary>
    public int At { get; set; }

    /// <summary>Whether the call is done before it dies.</summary>
    public bool Done { get; set; }

    /// <summary>Whether this call is the last that the process does.</summary>
    public bool Strikes() => _dead |= ++Count == At;

    /// <summary>Ends the process here.</summary>
    public void Kill()
    {
        _dead = true;
        throw new CrashException();
    }

    /// <summary>Another process goes on.</summary>
    public void Revive() => _dead = false;

    /// <summary>A port behind which everything may be the last thing done.</summary>
    public T On<T>(T port) where T : class
    {
        var proxy = DispatchProxy.Create<T, Proxy>();
        var hidden = (Proxy)(object)proxy;
        (hidden.Hazard, hidden.Port) = (this, port);
        return proxy;
    }

#pragma warning disable CA1852 // The proxies that are made at run time derive from it.
    /// <summary>What stands in for a port.</summary>
    internal class Proxy : DispatchProxy
    {
        public Hazard? Hazard { get; set; }

        public object? Port { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            // Mails are dealt with side by side; what stands behind the ports in tests is not made for that.
            lock (Hazard!)
            {
                var strikes = Hazard.Strikes();
                if (strikes && (!Hazard.Done || Hazard.Count != Hazard.At))
                    throw new CrashException();
                var result = targetMethod!.Invoke(Port, BindingFlags.DoNotWrapExceptions, null, args, null);
                return strikes ? throw new CrashException() : result;
            }
        }
    }
#pragma warning restore CA1852
}
