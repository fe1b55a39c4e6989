using System.Collections.Concurrent;

namespace Predictors.Hosting;

/// <summary>
/// Which plugins' code is running now. Code that does not come back can't be stopped; who is told to end can say whose it is.
/// </summary>
public static class PluginCalls
{
    private static readonly ConcurrentDictionary<Call, byte> s_running = new();

    /// <summary>Each call that has not come back, in a line: the plugin's DLL and what was called.</summary>
    public static IReadOnlyList<string> Running => [.. s_running.Keys.Select(c => $"{c.File}: {c.What}").Distinct().Order(StringComparer.Ordinal)];

    internal static IDisposable Enter(string file, string what)
    {
        var call = new Call(file, what);
        s_running.TryAdd(call, 0);
        return call;
    }

    private sealed class Call(string file, string what) : IDisposable
    {
        public string File => file;

        public string What => what;

        public void Dispose() => s_running.TryRemove(this, out _);
    }
}
