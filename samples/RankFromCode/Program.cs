using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Traces;
using RankFromCode;

const double ExchangeRate = 1;

if (args is not [string path])
{
    Console.Error.WriteLine("usage: RankFromCode TRACE");
    return 2;
}

try
{
    Rank(path);
    return 0;
}
catch (TraceFormatException e)
{
    Console.Error.WriteLine(e.Message);
    return 3;
}

static void Rank(string path)
{
    var settings = new ReplaySettings { Costs = new IdlePathCosts(MachineProfiles.Get(MachineProfiles.DefaultName)) };
    var factory = new MeanIdleFactory();
    var replays = new List<(string Cap, Replay Replay)>();
    foreach (string cap in new[] { "0", "5us", "20us", "80us" })
    {
        ParameterValues values = ParameterValues.Parse(factory.Description, KeyValuePair.Create("cap", cap));
        replays.Add((cap, Replay.Create(new BoundPredictor(factory, values), settings)));
    }

    // The trace is decoded once: each chunk goes to every replay, and then back to be filled again.
    var bound = new ClairvoyantBound(settings, ExchangeRate);
    using ITraceReader trace = TraceFile.Open(path, new TraceFileOptions());
    while (trace.Read() is { } chunk)
    {
        bound.Feed(chunk);
        replays.ForEach(r => r.Replay.Feed(chunk));
        trace.Recycle(chunk);
    }

    double clairvoyantNs = bound.Complete().CostNs;
    Console.WriteLine($"{trace.Header.Name}: mean-idle without host polling");
    Console.WriteLine($"{"cap",6} {"waste",9} {"mean latency",13} {"cost ratio",11}");
    foreach ((string cap, ReplayResult result) in replays
        .Select(r => (r.Cap, Result: r.Replay.Complete(trace.Inspection)))
        .OrderBy(r => r.Result.CostNs(ExchangeRate)))
    {
        double waste = (double)result.Accounts.WasteNs / result.Accounts.TimeLineNs;
        Console.WriteLine($"{cap,6} {waste,9:P2} {result.Latency.MeanNs / 1000,10:F2} us {result.CostNs(ExchangeRate) / clairvoyantNs,11:F3}");
    }
}
