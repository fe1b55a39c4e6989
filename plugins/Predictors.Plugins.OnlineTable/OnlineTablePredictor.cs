using Predictors.Abstractions;

namespace Predictors.Plugins.OnlineTable;

/// <summary>Takes the window that has been cheapest lately in the longest context that is known well enough.</summary>
/// <remarks>
/// Every idle period tells what each candidate window would have cost, whichever was chosen: its length where the window
/// is at least as long, else the window and a halt. These costs are averaged, with exponentially falling weights, in a
/// table under four contexts: none; the last idle length; that and the busy length; and these with the idle length
/// before, the last wake cause and the time to the next timer where it is known (hashed). A context met for the first
/// time begins with the costs of the next shorter one. Integer arithmetic only, about 7 KB per vCPU. A length is taken
/// less the way out of the halt, as in menu. Made by <see cref="OnlineTableFactory"/>; the default value can't predict.
/// </remarks>
public struct OnlineTablePredictor : IIdlePredictor
{
    private readonly CostTable _table;
    private readonly long _haltCostNs;
    private readonly long _exitLatencyNs;
    private readonly int _memory;
    private readonly int _trust;
    private IdleContexts _contexts;

    internal OnlineTablePredictor(long haltCostNs, long exitLatencyNs, int memory, int trust)
    {
        _table = new CostTable(IdleContexts.Count);
        _haltCostNs = haltCostNs;
        _exitLatencyNs = exitLatencyNs;
        _memory = memory;
        _trust = trust;
    }

    /// <inheritdoc/>
    public long PredictPollNs(in IdleEntry entry)
    {
        _contexts.Enter(in entry);
        int level = IdleContexts.Levels - 1;
        while (level > 0 && _table.Met(_contexts.At(level)) < _trust)
        {
            level--;
        }

        // Polling for the cost of a halt is what one does without knowing anything.
        int context = _contexts.At(level);
        int units = _table.Met(context) == 0 ? CandidateWindows.UnitsPerHalt : CandidateWindows.Units[_table.Cheapest(context)];
        return CandidateWindows.ToNs(units, _haltCostNs);
    }

    /// <inheritdoc/>
    public void Observe(in IdleExit exit)
    {
        long lengthNs = LengthNs(in exit);
        int units = CandidateWindows.FromNs(lengthNs, _haltCostNs);
        _table.Learn(_contexts.At(0), units, _memory);
        for (int level = 1; level < IdleContexts.Levels; level++)
        {
            int context = _contexts.At(level);
            if (_table.Met(context) == 0)
            {
                _table.Inherit(context, _contexts.At(level - 1));
            }
            else
            {
                _table.Learn(context, units, _memory);
            }
        }

        _contexts.Exit(lengthNs, exit.Cause);
    }

    private readonly long LengthNs(in IdleExit exit)
    {
        long idleNs = Math.Clamp(exit.IdleNs, 0, PollWindow.MaxNs);
        if (exit.HaltNs == 0)
        {
            return idleNs;
        }

        return idleNs > 2 * _exitLatencyNs ? idleNs - _exitLatencyNs : idleNs / 2;
    }
}
