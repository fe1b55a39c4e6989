using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Predictors.EndToEnd.Tests;

/// <summary>A headless Chromium of the system, with a profile of its own; tests that want one are skipped where it is missing.</summary>
internal sealed partial class Chromium : IDisposable
{
    private static readonly string[] s_places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly TemporaryFolder _profile = new();
    private readonly Process _process;

    private Chromium(string file)
    {
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-color-profile=srgb", $"--user-data-dir={_profile.FullName}",
            "--remote-debugging-port=0", "about:blank",
        ];
        _process = PredictorsCommand.Start(file, arguments, _profile.FullName);
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        while (_process.StandardError.ReadLine() is { } line)
        {
            if (Endpoint().Match(line) is { Success: true } match)
            {
                Address = new Uri(match.Value);
                _ = Task.Run(() => _process.StandardError.BaseStream.CopyTo(Stream.Null));
                return;
            }
        }

        throw new InvalidOperationException($"{file} ended without saying where it listens.");
    }

    /// <summary>Where its DevTools listen.</summary>
    public Uri Address { get; }

    public static Chromium Start()
    {
        string? file = Array.Find(s_places, File.Exists);
        if (file is null)
        {
            Assert.Ignore($"There is no Chromium here; looked for {string.Join(", ", s_places)}.");
        }

        return new Chromium(file!);
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _profile.Dispose();
    }

    [GeneratedRegex(@"ws://\S+")]
    private static partial Regex Endpoint();
}
