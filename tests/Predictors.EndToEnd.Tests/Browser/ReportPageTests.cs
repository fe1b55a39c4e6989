using System.Text.Json;
using System.Text.RegularExpressions;

namespace Predictors.EndToEnd.Tests;

/// <summary>The report in a browser.</summary>
public sealed class ReportPageTests : IDisposable
{
    private static readonly string s_checks = File.ReadAllText(
        Path.Combine(RepositoryProject.Root, "tests", "Predictors.EndToEnd.Tests", "Browser", "checks.js"));

    private readonly TemporaryFolder _folder = new();
    private Chromium? _browser;
    private string _rank = string.Empty;
    private string _replay = string.Empty;
    private string _saved = string.Empty;
    private string _timers = string.Empty;
    private string _contest = string.Empty;

    [OneTimeSetUp]
    public void WriteReports()
    {
        _browser = Chromium.Start();
        _rank = _folder["rank.html"];
        PredictorsCommand.Run(
            "rank", BundledTraces.Packed, "traces/phases-mix-a.wake", "-p", "halt", "-p", "haltpoll", "-p", "kvm-halt-poll", "-p", "menu", "-p", "idle-poll",
            "-p", "fixed-window:window=10us..320us*2", "--html", _rank, "--json", _folder["rank.json"], "--quiet").Expect(0);
        _replay = _folder["replay.html"];
        PredictorsCommand.Run("replay", BundledTraces.Packed, "-p", "haltpoll", "--html", _replay, "--quiet").Expect(0);
        _saved = _folder["saved.html"];
        PredictorsCommand.Run("report", _folder["rank.json"], "-o", _saved).Expect(0);
        _timers = _folder["timers.html"];
        PredictorsCommand.Run("timers", BundledTraces.Packed, "--html", _timers, "--quiet").Expect(0);
        _contest = _folder["contest.html"];
        PredictorsCommand.Run(
            "contest", BundledTraces.Packed, "traces/phases-mix-a.wake", "-p", "halt", "-p", "haltpoll", "-p", "menu", "--html", _contest, "--quiet").Expect(0);
    }

    public void Dispose()
    {
        _browser?.Dispose();
        _folder.Dispose();
    }

    [TestCase("light", 1280)]
    [TestCase("dark", 1280)]
    [TestCase("light", 390)]
    [TestCase("dark", 390)]
    public Task Rank_InEachThemeAndOnAPhone_IsDrawnWithoutErrorsOverlapsOrRequests(string theme, int width) => LooksRightAsync(_rank, "rank", theme, width);

    [TestCase("light", 1280)]
    [TestCase("dark", 390)]
    public Task Replay_InAWindowAndOnAPhone_IsDrawnWithoutErrorsOverlapsOrRequests(string theme, int width) => LooksRightAsync(_replay, "replay", theme, width);

    [TestCase("dark", 1280)]
    [TestCase("light", 390)]
    public Task SavedRank_InAWindowAndOnAPhone_IsDrawnWithoutErrorsOverlapsOrRequests(string theme, int width) => LooksRightAsync(_saved, "saved", theme, width);

    [TestCase("light", 1280)]
    [TestCase("dark", 390)]
    public Task Timers_InAWindowAndOnAPhone_IsDrawnWithoutErrorsOverlapsOrRequests(string theme, int width) => LooksRightAsync(_timers, "timers", theme, width);

    [TestCase("dark", 1280)]
    [TestCase("light", 390)]
    public Task Contest_InAWindowAndOnAPhone_IsDrawnWithoutErrorsOverlapsOrRequests(string theme, int width) => LooksRightAsync(_contest, "contest", theme, width);

    [Test]
    public async Task SavedRank_Leaderboard_IsThatOfTheRanking()
    {
        await using ChromiumPage saved = await OpenAsync(_saved, "light", 1280);
        await using ChromiumPage ranked = await OpenAsync(_rank, "light", 1280);
        // Mean latencies are whole ns in the file.
        const string table = "[...document.querySelectorAll('#leaderboard tbody tr')].map(r => [...r.children].slice(0, 6).map(c => c.textContent).join(' ')).join('|')";

        Assert.That((await saved.EvaluateAsync(table)).GetString(), Is.EqualTo((await ranked.EvaluateAsync(table)).GetString()));
        Assert.That((await saved.EvaluateAsync("document.querySelector('#notes').innerText")).GetString(), Does.Contain("does not hold"));
    }

    [Test]
    public async Task Leaderboard_HeaderClickedOrEntered_SortsAndTurnsRound()
    {
        await using ChromiumPage page = await OpenAsync(_rank, "light", 1280);
        double[] byRank = await WastesAsync(page);

        await page.ClickAsync("#leaderboard th:nth-child(6) button");
        double[] ascending = await WastesAsync(page);
        await page.PressAsync("Enter", "\r");
        double[] descending = await WastesAsync(page);

        Assert.That(ascending, Is.Ordered.Ascending.And.EquivalentTo(byRank));
        Assert.That(descending, Is.EqualTo(ascending.Reverse()));
        Assert.That(
            (await page.EvaluateAsync("document.querySelector('#leaderboard th:nth-child(6)').getAttribute('aria-sort')")).GetString(), Is.EqualTo("descending"));
    }

    [Test]
    public async Task Front_ZoomedByButtonAndKey_ComesBackToTheWhole()
    {
        await using ChromiumPage page = await OpenAsync(_rank, "light", 1280);
        string whole = await TicksAsync(page, "front");

        await page.ClickAsync("#front [aria-label='Zoom in']");
        string closer = await TicksAsync(page, "front");
        await page.EvaluateAsync("document.querySelector('#front .chart').focus()");
        await page.PressAsync("ArrowRight");
        string further = await TicksAsync(page, "front");
        await page.ClickAsync("#front [aria-label='Show the whole picture']");

        Assert.That(new[] { whole, closer, further }, Is.Unique);
        Assert.That(await TicksAsync(page, "front"), Is.EqualTo(whole));
        Assert.That(page.Complaints, Is.Empty);
    }

    [Test]
    public async Task Predictors_TakenOut_AreInNoPicture()
    {
        await using ChromiumPage page = await OpenAsync(_rank, "light", 1280);
        const string bars = "[...document.querySelectorAll('#accounts svg text')].map(t => t.textContent).filter(t => t === 'haltpoll').length"
            + " + [...document.querySelectorAll('#latency .legend li')].filter(l => l.textContent === 'haltpoll').length";

        await page.ClickAsync(".chooser summary");
        await page.EvaluateAsync("[...document.querySelectorAll('.chooser button')].find(b => b.textContent === 'All').click()");
        int before = (await page.EvaluateAsync(bars)).GetInt32();
        await page.EvaluateAsync("[...document.querySelectorAll('.chooser label')].find(l => l.textContent === 'haltpoll').click()");

        Assert.That(before, Is.EqualTo(2));
        Assert.That((await page.EvaluateAsync(bars)).GetInt32(), Is.Zero);
    }

    [Test]
    public async Task Timers_Controls_SpeakOfTimerPaths()
    {
        await using ChromiumPage page = await OpenAsync(_timers, "light", 1280);

        Assert.That((await page.EvaluateAsync("document.querySelector('.chooser summary').textContent")).GetString(), Does.StartWith("Timer paths shown: "));
        Assert.That((await page.EvaluateAsync("document.querySelector('#front .tools').textContent")).GetString(), Does.Contain("most timer paths").And.Not.Contain("front"));
    }

    [Test]
    public async Task Lengths_FittedToMost_SaysWhatIsOutsideAndShowsItWhenAsked()
    {
        await using ChromiumPage page = await OpenAsync(_rank, "light", 1280);
        const string outside = "[...document.querySelectorAll('#lengths p')].map(p => p.textContent).join(' ')";
        string? most = (await page.EvaluateAsync(outside)).GetString();

        await page.ClickAsync("#lengths fieldset label:nth-of-type(2) input");

        Assert.That(most, Does.Contain("Outside this picture: ").And.Contain("% of the idle periods are"));
        Assert.That((await page.EvaluateAsync(outside)).GetString(), Does.Not.Contain("Outside this picture"));
    }

    [TestCase("rank", "accounts", 0.5, 0.2, "% of|: [0-9.e-]+ %")]
    [TestCase("rank", "latency", 0.5, 0.4, "[0-9] (ns|us|ms)")]
    [TestCase("rank", "lengths", 0.5, 0.4, "[0-9] (ns|us|ms)")]
    [TestCase("rank", "strip", 0.5, 0.3, "[0-9] (ns|us|ms)")]
    [TestCase("timers", "exit-kinds", 0.3, 0.2, "HLT: [0-9,.]+ /s")]
    public async Task Picture_PointedAt_SaysWhatIsThere(string kind, string section, double x, double y, string figure)
    {
        await using ChromiumPage page = await OpenAsync(_folder[$"{kind}.html"], "light", 1280);
        const string shown = "[...document.querySelectorAll('.chart div')].filter(d => getComputedStyle(d).position === 'absolute' && d.style.visibility !== 'hidden' && d.style.opacity !== '0').map(d => d.innerText).join('')";

        // A picture that is drawn anew meanwhile takes its text away.
        string said = string.Empty;
        for (int attempt = 0; attempt < 40 && !Regex.IsMatch(said, figure); attempt++)
        {
            await page.PointAsync($"#{section} .chart", x + (attempt % 2 * 0.01), y);
            await Task.Delay(50);
            said = (await page.EvaluateAsync(shown)).GetString()!;
        }

        Assert.That(said, Does.Match(figure));
        Assert.That(page.Complaints, Is.Empty);
    }

    [Test]
    public async Task Front_ClairvoyantFront_IsDrawnAndNamed()
    {
        await using ChromiumPage page = await OpenAsync(_rank, "light", 1280);

        Assert.That(await TicksAsync(page, "front"), Does.Contain("clairvoyant front"));
    }

    [Test]
    public async Task Keyboard_TabThroughThePage_ComesToEveryControlAndShowsIt([Values("rank", "replay", "saved", "timers", "contest")] string kind)
    {
        await using ChromiumPage page = await OpenAsync(_folder[$"{kind}.html"], "light", 1280);
        const string controls = "[...document.querySelectorAll('button, select, input:not([type=radio]), input:checked, summary, a[href], .chart, .scroll')]"
            + ".filter(e => e.checkVisibility({ contentVisibilityAuto: true }))";
        int all = (await page.EvaluateAsync($"(window.wanted = new Set({controls})).size")).GetInt32();
        string invisible = string.Empty;
        for (int i = 0; i < all + 5; i++)
        {
            await page.PressAsync("Tab");
            invisible += (await page.EvaluateAsync(
                "(() => { const e = document.activeElement; window.wanted.delete(e); const o = getComputedStyle(e.closest('fieldset label') ?? e);"
                + " return e === document.body || o.outlineStyle !== 'none' ? '' : e.outerHTML.slice(0, 80) + ' '; })()")).GetString();
        }

        Assert.That((await page.EvaluateAsync("[...window.wanted].map(e => e.outerHTML.slice(0, 80)).join('; ')")).GetString(), Is.Empty, $"of {all} controls");
        Assert.That(invisible, Is.Empty, "focused without an outline");
    }

    [Test]
    public async Task Scope_OneTraceChosen_ChangesThePictures()
    {
        await using ChromiumPage page = await OpenAsync(_rank, "light", 1280);
        const string choose = "(() => { const s = document.querySelector('#controls select'); s.selectedIndex = 1; s.dispatchEvent(new Event('change')); return s.value; })()";
        string all = await TicksAsync(page, "front");

        string? chosen = (await page.EvaluateAsync(choose)).GetString();

        Assert.That(chosen, Is.EqualTo(Path.GetFileName(BundledTraces.Packed)));
        Assert.That(await TicksAsync(page, "front"), Is.Not.EqualTo(all));
    }

    [Test]
    public async Task Scope_TraceWithoutASpan_SaysThatThereIsNothingAndComesBack()
    {
        string empty = _folder["empty.csv"];
        string file = _folder["with-empty.html"];
        await File.WriteAllTextAsync(empty, "vcpu,enter_ns,exit_ns\n");
        PredictorsCommand.Run("rank", empty, BundledTraces.Packed, "-p", "halt", "-p", "haltpoll", "--html", file, "--quiet").Expect(0);
        await using ChromiumPage page = await OpenAsync(file, "light", 1280);
        static string Choose(int scope) =>
            $"(() => {{ const s = document.querySelector('#controls select'); s.selectedIndex = {scope}; s.dispatchEvent(new Event('change')); }})()";
        const string nothing = "[...document.querySelectorAll('.nothing')].filter(p => p.checkVisibility()).map(p => p.closest('section').id + ': ' + p.textContent).join('|')";
        string all = await TicksAsync(page, "front");

        await page.EvaluateAsync(Choose(1));
        string? told = (await page.EvaluateAsync(nothing)).GetString();
        await page.ClickAsync("#themes label:nth-of-type(3) input");
        await page.EvaluateAsync(Choose(0));

        Assert.That(told, Is.EqualTo(string.Join('|', ((string[])["front", "latency", "accounts", "lengths"]).Select(s => $"{s}: There is nothing to show of empty.csv."))));
        Assert.That((await page.EvaluateAsync(nothing)).GetString(), Is.Empty);
        Assert.That(await TicksAsync(page, "front"), Is.EqualTo(all));
        Assert.That(page.Complaints, Is.Empty);
    }

    [Test]
    public async Task Theme_Chosen_IsShownWhateverTheSystemPrefers()
    {
        await using ChromiumPage page = await OpenAsync(_rank, "light", 1280);
        const string background = "getComputedStyle(document.body).backgroundColor";
        string? light = (await page.EvaluateAsync(background)).GetString();

        await page.ClickAsync("#themes label:nth-of-type(3) input");

        Assert.That((await page.EvaluateAsync(background)).GetString(), Is.Not.EqualTo(light));
        Assert.That((await page.EvaluateAsync(s_checks)).EnumerateArray().Select(p => p.GetString()), Is.Empty);
    }

    private async Task LooksRightAsync(string file, string name, string theme, int width)
    {
        await using ChromiumPage page = await OpenAsync(file, theme, width);
        await page.ScreenshotAsync($"{name}-{theme}-{width}");

        JsonElement problems = await page.EvaluateAsync(s_checks);

        Assert.That(problems.EnumerateArray().Select(p => p.GetString()), Is.Empty);
        Assert.That(page.Complaints, Is.Empty);
        Assert.That(page.Requests.Where(r => !r.StartsWith("data:", StringComparison.Ordinal)), Is.EqualTo([new Uri(file).AbsoluteUri]));
    }

    private async Task<ChromiumPage> OpenAsync(string file, string theme, int width)
    {
        ChromiumPage page = await ChromiumPage.OpenAsync(_browser!, file, theme, width, height: 900);
        await page.EvaluateAsync("report.drawAll()");
        return page;
    }

    private static async Task<double[]> WastesAsync(ChromiumPage page) => JsonSerializer.Deserialize<double[]>(await page.EvaluateAsync(
        "[...document.querySelectorAll('#leaderboard tbody tr')].map(r => Number(r.children[5].textContent))"))!;

    private static async Task<string> TicksAsync(ChromiumPage page, string section) => (await page.EvaluateAsync(
        $"[...document.querySelectorAll('#{section} svg text')].map(t => t.textContent + Math.round(t.getBoundingClientRect().x)).join('|')")).GetString()!;
}
