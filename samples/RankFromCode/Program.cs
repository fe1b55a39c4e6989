using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.Traces;
using RankFromCode;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: RankFromCode TRACE");
    return 2;
}

var factory = new FixedWindowFactory();
var settings = new ReplaySettings { Costs = new IdlePathCosts(MachineProfiles.Get(MachineProfiles.DefaultName)) };
string[] windows = ["0", "10us", "20us", "50us", "100us", "200us"];
Replay[] replays =
[
    .. windows.Select(w => Replay.Create(
        new BoundPredictor(factory, ParameterValues.Parse(factory.Description, KeyValuePair.Create("window", w))), settings)),
];

// The trace is decoded once, for all replays.
using ITraceReader trace = TraceFile.Open(args[0], new TraceFileOptions());
while (trace.Read() is { } chunk)
{
    foreach (Replay replay in replays)
    {
        replay.Feed(chunk);
    }

    trace.Recycle(chunk);
}

Console.WriteLine($"{"window",8} {"caught (%)",11} {"CPU waste (ms)",15} {"mean latency (us)",18} {"cost (ms)",10}");
foreach ((string window, Replay replay) in windows.Zip(replays))
{
    ReplayResult result = replay.Complete(trace.Inspection);
    Console.WriteLine(FormattableString.Invariant(
        $"{window,8} {100.0 * result.Caught / result.IdlePeriods,11:F1} {result.Accounts.WasteNs / 1e6,15:F1} {result.Latency.MeanNs / 1e3,18:F2} {result.CostNs(1) / 1e6,10:F1}"));
}

return 0;
