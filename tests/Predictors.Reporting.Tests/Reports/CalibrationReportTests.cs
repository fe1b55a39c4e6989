using Predictors.IdlePath;

namespace Predictors.Reporting.Tests;

public class CalibrationReportTests
{
    [Test]
    public void Write_FittedAndFromTheBase_IsAsExpected() => Expectation.Holds("calibrate", new CalibrationReport(new CalibrationResult
    {
        Profile = MachineProfiles.Get("skylake-sp") with { Name = "my-machine" },
        BaseName = "skylake-sp",
        Traces =
        [
            new CalibratedTrace("a [red] trace.txt", "ftrace text", "0123", 37_064, HasEvents: true),
            new CalibratedTrace("b.wake", "packed trace", "4567", 12, HasEvents: false),
        ],
        Measured =
        [
            Times("ipi-to-handler", "from the IPI to its handler", 0, 9_000),
            Times("ipi-to-handler", "from the IPI to its handler", 50_000, 19_000),
            Times("ipi-send", "the waker: by how much an IPI takes longer", null, 8_000),
        ],
        Fitted =
        [
            new FittedCost("hostWake", "from the arrival to the interrupt", [Times("hostWake", "", 0, 7_000), Times("hostWake", "", 50_000, 17_000)]),
            new FittedCost("ipiSend", "how much longer an IPI takes", [Times("ipiSend", "", null, 8_000)]),
        ],
        FromBase = [new BaseCost("pause", "the poll loop writes no events")],
        TickPeriodNs = 4_000_000,
        Notes = ["Recording makes wake-ups slower."],
    }));

    private static MeasuredTimes Times(string name, string meaning, long? asleepFromNs, long ns) => new(
        name,
        meaning,
        asleepFromNs,
        1_234,
        [.. MeasuredTimes.Shares.Select((share, i) => new MeasuredQuantile(share, ns + (1_000 * i), ns + (900 * i), ns + (1_100 * i)))]);
}
