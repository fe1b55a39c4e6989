using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

public class TimersJsonTests
{
    private static readonly Lazy<JsonElement> s_timers = new(() => JsonNames.Parse(
        PredictorsCommand.Run("timers", "traces/memcached-open-3000-hrtimers.txt.zst", "--agent-vcpus", "40", "--json", "-").Expect(0).Output));

    [Test]
    public void Timers_BundledTrace_HasTheFixedNames()
    {
        JsonNames.Expect(s_timers.Value, "schema", "traces", "profile", "machine", "timers");
        foreach (JsonElement row in s_timers.Value.GetProperty("timers").EnumerateArray())
        {
            JsonNames.Expect(row, "timer", "exits", "exitsPerSecond", "exitsSpared", "agentCpus", "result");
            JsonNames.Expect(row.GetProperty("result"), "exits", "latency", "accounts", "timerWrites", "busyTimerWrites", "busyTimerWriteExits", "timerLateness");
        }
    }

    [Test]
    public void Timers_BundledTrace_SpareExitsForAnAgentsCpu()
    {
        JsonElement[] rows = [.. s_timers.Value.GetProperty("timers").EnumerateArray()];

        Assert.That(rows.Select(r => r.GetProperty("timer").GetString()), Is.EqualTo(["tsc-deadline", "preemption-timer", "posted-interrupt", "exitless"]));
        Assert.That(rows[0].GetProperty("exitsSpared").GetInt64(), Is.Zero);
        Assert.That(rows[2].GetProperty("result").GetProperty("exits").GetProperty("timerExpiry").GetInt64(), Is.Zero);
        Assert.That(rows[3].GetProperty("exits").GetInt64(), Is.LessThan(rows[0].GetProperty("exits").GetInt64() / 2));
        Assert.That(rows[3].GetProperty("agentCpus").GetDouble(), Is.EqualTo(2 / 40.0).Within(1e-9));
        Assert.That(rows.Take(3).Select(r => r.GetProperty("agentCpus").GetDouble()), Has.All.Zero);
    }

    [Test]
    public void Rank_EveryPollPlace_NobodyBeatsTheClairvoyant([Values("in-halt", "host", "both", "none")] string place) =>
        Assert.That(
            JsonNames.Parse(PredictorsCommand.Run(
                    "rank", "traces/tcp-rr-pinned.txt.gz", "-p", "halt", "-p", "haltpoll", "-p", "idle-poll", "--poll-place", place, "--nohz", "off", "--host-load", "0.2", "--json", "-")
                .Expect(0).Output).GetProperty("results").EnumerateArray().Select(r => r.GetProperty("regret").GetDouble()),
            Has.All.GreaterThanOrEqualTo(0));
}
