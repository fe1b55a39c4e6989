using System.Globalization;

namespace Predictors.EndToEnd.Tests;

/// <summary>
/// How fast large reports open and answer: prints medians of five, as time that passed and as CPU time of the page's thread, and asserts no time.
/// <c>dotnet test -c Release tests/Predictors.EndToEnd.Tests --filter "FullyQualifiedName~PageSpeedTests" -v n</c>.
/// </summary>
[Explicit("A benchmark: some minutes.")]
public sealed class PageSpeedTests
{
    private const int Runs = 5;
    private const int MostBytes = 6_000_000;

    private static readonly (string What, string Script)[] s_acts =
    [
        ("draw all pictures", "report.drawAll()"),
        ("sort the leaderboard", "document.querySelector('#leaderboard th:nth-child(6) button').click()"),
        ("unfold the results", "document.querySelector('#results details').open = true"),
        ("sort the results", "document.querySelector('#results th:nth-child(3) button').click()"),
        ("zoom the front", "document.querySelector(`#front [aria-label='Zoom in']`).click()"),
        ("show the whole strip", "document.querySelector(`#strip [aria-label='Show the whole picture']`).click()"),
        ("show all predictors", "[...document.querySelectorAll('.chooser button')].find(b => b.textContent === 'All').click()"),
        ("change the theme", "document.querySelector('#themes label:nth-of-type(3) input').click()"),
    ];

    [Test]
    public async Task FiftyPredictorsOnTwentyTraces_OpenAndAnswer()
    {
        using var folder = new TemporaryFolder();
        for (int seed = 1; seed <= 20; seed++)
        {
            PredictorsCommand.Run(
                "generate", seed % 2 == 0 ? "pareto" : "exponential", "-o", folder[$"{seed}.wake"], "--periods", "5000", "--seed", seed.ToString(CultureInfo.InvariantCulture), "--quiet").Expect(0);
        }

        string page = folder["page.html"];
        PredictorsCommand.Run("rank", folder.FullName, "-p", "halt", "-p", "haltpoll", "-p", "menu", "-p", "fixed-window:window=1us..47us+1us", "--html", page, "--quiet").Expect(0);
        await MeasureAsync(page);
    }

    [Test]
    public async Task TenMillionPeriods_OpenAndAnswer()
    {
        using var folder = new TemporaryFolder();
        PredictorsCommand.Run("generate", "exponential", "-o", folder["ten.wake"], "--periods", "10000000", "--no-zstd", "--quiet").Expect(0);
        string page = folder["page.html"];
        PredictorsCommand.Run("rank", folder["ten.wake"], "-p", "halt", "-p", "haltpoll", "-p", "menu", "--html", page, "--quiet").Expect(0);
        await MeasureAsync(page);
    }

    private static async Task MeasureAsync(string file)
    {
        using Chromium browser = Chromium.Start();
        var times = new Dictionary<string, List<(double PassedMs, double? CpuMs)>>();
        for (int run = 0; run < Runs; run++)
        {
            await using ChromiumPage page = await ChromiumPage.OpenAsync(browser, file, "light", width: 1280, height: 900);
            await page.SendAsync("Performance.enable");
            // CPU time is counted from here on.
            Add("open", (await page.EvaluateAsync("performance.getEntriesByType('navigation')[0].loadEventEnd")).GetDouble(), cpuMs: null);
            foreach ((string what, string script) in s_acts)
            {
                double before = await CpuMsAsync(page);
                double passedMs = (await page.EvaluateAsync(
                    $"(async () => {{ const t = performance.now(); {script}; await new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r))); return performance.now() - t; }})()")).GetDouble();
                Add(what, passedMs, await CpuMsAsync(page) - before);
            }
        }

        foreach ((string what, List<(double PassedMs, double? CpuMs)> of) in times)
        {
            TestContext.Out.WriteLine(FormattableString.Invariant(
                $"{what,-22} {of.Select(t => t.PassedMs).Order().ElementAt(Runs / 2),7:0} ms passed {of.Select(t => t.CpuMs).Order().ElementAt(Runs / 2),7:0} ms CPU"));
        }

        TestContext.Out.WriteLine(FormattableString.Invariant($"{new FileInfo(file).Length:N0} bytes; load {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Trim() : "unknown")}"));
        Assert.That(new FileInfo(file).Length, Is.LessThan(MostBytes));

        void Add(string what, double passedMs, double? cpuMs)
        {
            if (!times.TryGetValue(what, out List<(double, double?)>? of))
            {
                times.Add(what, of = []);
            }

            of.Add((passedMs, cpuMs));
        }
    }

    private static async Task<double> CpuMsAsync(ChromiumPage page) =>
        (await page.SendAsync("Performance.getMetrics")).GetProperty("metrics").EnumerateArray()
            .Single(m => m.GetProperty("name").GetString() == "ThreadTime").GetProperty("value").GetDouble() * 1000;
}
