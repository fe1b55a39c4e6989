using System.Runtime.CompilerServices;
using Predictors.Abstractions;
using Predictors.Plugins.Contexts;
using Predictors.Plugins.Costs;

namespace Predictors.Plugins.Tables;

/// <summary>Learns which window is cheapest in idle periods like this one, on a machine whose costs are known.</summary>
/// <remarks>
/// Every idle period tells what each candidate window would have cost, whichever was chosen: from what was observed follows when the wake-up
/// arrived. These costs are averaged, with falling weights, in a table under several contexts of an idle entry. Which of the contexts decides is
/// learned too: the one whose choices have lost least lately. A context that is met for the first time begins with what is known
/// without any.
/// </remarks>
internal struct WindowLearner
{
    /// <summary>What beginning and end of an idle period take together, in ns.</summary>
    /// <remarks>Measured by the benchmark <c>decisions</c>.</remarks>
    public const long MeasuredNs = 60;

    /// <summary>Stands for no context beside those that every idle entry has.</summary>
    public const int None = -1;

    private readonly OutcomeCosts _costs;
    private readonly CandidateWindows _windows;
    private readonly CostTable _table;
    private readonly int _memory;
    private readonly int _trust;
    private readonly int _levels;
    private PollLengths _pollNs;
    private IdleContexts _contexts;
    private LevelLosses _losses;
    private int _further;
    private bool _tickStopped;

    /// <summary>Begins to learn.</summary>
    /// <param name="conditions">The machine and the exchange rate.</param>
    /// <param name="memory">The costs of a context cover about 2 to the power of this of its last idle periods.</param>
    /// <param name="trust">As how many idle periods that counts which a new context takes over.</param>
    /// <param name="further">How many contexts there are beside those that every idle entry has.</param>
    public WindowLearner(RunConditions conditions, int memory, int trust, int further = 0)
    {
        _costs = new OutcomeCosts(conditions);
        _windows = new CandidateWindows(_costs);
        _table = new CostTable(IdleContexts.Count + further);
        _memory = memory;
        _trust = trust;
        _levels = IdleContexts.Levels + (further > 0 ? 1 : 0);
        _windows.PollNs.CopyTo(_pollNs);
    }

    /// <summary>What the outcomes cost.</summary>
    public readonly OutcomeCosts Costs => _costs;

    /// <summary>The windows.</summary>
    public readonly CandidateWindows Windows => _windows;

    /// <summary>Says what windows have cost before anything was seen here.</summary>
    /// <param name="further">The further context, or <see cref="None"/> for what is known without any.</param>
    /// <param name="costNs">The cost of each window.</param>
    /// <param name="trust">As how many idle periods it counts.</param>
    public readonly void Teach(int further, ReadOnlySpan<int> costNs, int trust) =>
        _table.Teach(further == None ? 0 : IdleContexts.Count + further, costNs, trust);

    /// <summary>The window that is cheapest in a further context by what was taught; where nothing was, by what is known without any.</summary>
    /// <param name="further">The further context.</param>
    public readonly long TaughtWindowNs(int further)
    {
        int context = IdleContexts.Count + further;
        return _windows.WindowNs(_pollNs[_table.Cheapest(_table.IsMet(context) ? context : 0)]);
    }

    /// <summary>The window for an idle period that begins.</summary>
    /// <param name="entry">What is known.</param>
    /// <param name="further">The further context; <see cref="None"/> where there are none.</param>
    public long Begin(in IdleEntry entry, int further)
    {
        _windows.LookAtTimer(_pollNs, entry.NextTimerNs);
        _contexts.Enter(in entry);
        _further = IdleContexts.Count + further;
        for (int level = 1; level < _levels; level++)
        {
            _table.Meet(At(level), from: 0, _trust);
        }

        return _windows.WindowNs(_pollNs[_table.Cheapest(At(_losses.Leader(_levels)))]);
    }

    /// <summary>Learns from its end. Returns when the wake-up arrived, in ns from idle entry.</summary>
    public int End(in IdleExit exit)
    {
        Span<int> costNs = stackalloc int[CandidateWindows.Count];
        int arrivalNs = _costs.ArrivalNs(in exit);
        CandidateWindows.Cost(_costs, _pollNs, arrivalNs, OutcomeCosts.RowOf(in exit), !_tickStopped, costNs);
        int leastNs = WindowCosts.Least(costNs);
        for (int level = 0; level < _levels; level++)
        {
            int context = At(level);
            _losses.Learn(level, costNs[_table.Cheapest(context)] - leastNs);
            _table.Learn(context, costNs, _memory);
        }

        _contexts.Exit(arrivalNs);
        _tickStopped = !exit.TaskRan && (_tickStopped || exit.HaltNs > 0);
        return arrivalNs;
    }

    private readonly int At(int level) => level < IdleContexts.Levels ? _contexts.At(level) : _further;

    [InlineArray(CandidateWindows.Count)]
    private struct PollLengths
    {
        private int _first;
    }
}
