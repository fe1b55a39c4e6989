using System.Runtime.CompilerServices;
using Predictors.Abstractions;
using Predictors.Plugins.Contexts;
using Predictors.Plugins.Costs;
using Predictors.Plugins.Tables;

namespace Predictors.Plugins.OnlineTable;

/// <summary>Takes the window that has been cheapest lately in idle periods like this one.</summary>
/// <remarks>
/// Every idle period tells what each candidate window would have cost on this machine, whichever was chosen: from what was observed follows
/// when the wake-up arrived. These costs are averaged, with falling weights, in a table under four contexts. Which context decides is
/// learned too: the one whose choices have lost least lately (follow the leader). A context that is met for the first time begins with
/// what is known without any. Integer arithmetic only, about 13 KB per vCPU. Made by <see cref="OnlineTableFactory"/>; the default
/// value can't predict.
/// </remarks>
public struct OnlineTablePredictor : IIdlePredictor
{
    private readonly OutcomeCosts _costs;
    private readonly CandidateWindows _windows;
    private readonly CostTable _table;
    private readonly int _memory;
    private readonly int _trust;
    private PollLengths _pollNs;
    private IdleContexts _contexts;
    private LevelLosses _losses;
    private bool _tickStopped;

    internal OnlineTablePredictor(RunConditions conditions, int memory, int trust)
    {
        _costs = new OutcomeCosts(conditions);
        _windows = new CandidateWindows(_costs);
        _table = new CostTable(IdleContexts.Count);
        _memory = memory;
        _trust = trust;
        _windows.PollNs.CopyTo(_pollNs);
    }

    /// <inheritdoc/>
    public long PredictPollNs(in IdleEntry entry)
    {
        _windows.LookAtTimer(_pollNs, entry.NextTimerNs);
        _contexts.Enter(in entry);
        for (int level = 1; level < IdleContexts.Levels; level++)
        {
            _table.Meet(_contexts.At(level), from: _contexts.At(0), _trust);
        }

        return _windows.WindowNs(_pollNs[_table.Cheapest(_contexts.At(_losses.Leader()))]);
    }

    /// <inheritdoc/>
    public void Observe(in IdleExit exit)
    {
        Span<int> costNs = stackalloc int[CandidateWindows.Count];
        int arrivalNs = _costs.ArrivalNs(in exit);
        CandidateWindows.Cost(_costs, _pollNs, arrivalNs, OutcomeCosts.RowOf(in exit), !_tickStopped, costNs);
        int leastNs = WindowCosts.Least(costNs);
        for (int level = 0; level < IdleContexts.Levels; level++)
        {
            int context = _contexts.At(level);
            _losses.Learn(level, costNs[_table.Cheapest(context)] - leastNs);
            _table.Learn(context, costNs, _memory);
        }

        _contexts.Exit(arrivalNs);
        _tickStopped = !exit.TaskRan && (_tickStopped || exit.HaltNs > 0);
    }

    [InlineArray(CandidateWindows.Count)]
    private struct PollLengths
    {
        private int _first;
    }
}
