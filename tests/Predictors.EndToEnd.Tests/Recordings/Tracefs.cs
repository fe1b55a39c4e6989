using System.Globalization;

namespace Predictors.EndToEnd.Tests;

/// <summary>The kernel's tracing folder, where the machine that runs the tests lets us have it.</summary>
internal static class Tracefs
{
    private static readonly string[] s_mounts = ["/sys/kernel/tracing", "/sys/kernel/debug/tracing"];

    /// <summary>The ring buffers that recordings have now.</summary>
    public static string[] Instances() =>
    [
        .. s_mounts.Select(m => Path.Combine(m, "instances")).Where(Directory.Exists).Take(1).SelectMany(d => Directory.GetDirectories(d, "predictors-*")),
    ];

    /// <summary>Those whose process is gone; others are recordings that tests make meanwhile.</summary>
    public static string[] LeftBehind() => [.. Instances().Where(i => !Directory.Exists($"/proc/{OwnerOf(i)}"))];

    /// <summary>The process that a ring buffer belongs to, as its name tells.</summary>
    public static int OwnerOf(string instance) => int.Parse(Path.GetFileName(instance).Split('-')[1], CultureInfo.InvariantCulture);

    /// <summary>Skips the test where nothing can be recorded.</summary>
    public static void Require()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !s_mounts.Any(m => Directory.Exists(Path.Combine(m, "instances"))))
        {
            Assert.Ignore("Recording needs root and a mounted tracefs.");
        }
    }
}
