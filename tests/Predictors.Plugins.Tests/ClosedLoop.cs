using Predictors.Abstractions;

namespace Predictors.Plugins.Tests;

/// <summary>A machine without costs, on which every idle period is given: caught if it ends within the window, else halted.</summary>
internal sealed class ClosedLoop<TPredictor>(IPredictorFactory<TPredictor> factory, string parameters = "", int vcpu = 0)
    where TPredictor : struct, IIdlePredictor
{
    private TPredictor _predictor = factory.Create(Parse(factory.Description, parameters), vcpu);

    public long WindowNs { get; private set; }

    public long PollNs { get; private set; }

    public long Halts { get; private set; }

    public long TracedWindowNs => ((ITracedWindow)_predictor).TracedWindowNs;

    /// <summary>Time to the next timer at the idle entries that follow.</summary>
    public long NextTimerNs { get; set; } = IdleEntry.UnknownNs;

    /// <summary>Whether a task runs after the idle periods that follow.</summary>
    public bool TaskRan { get; set; } = true;

    /// <summary>The window that the next idle period will have.</summary>
    public long NextWindowNs => _predictor.PredictPollNs(Entry());

    /// <summary>Lets idle periods pass; the figures are those of the last one.</summary>
    public ClosedLoop<TPredictor> Idle(long idleNs, int times = 1)
    {
        for (int i = 0; i < times; i++)
        {
            WindowNs = _predictor.PredictPollNs(Entry());
            PollNs = Math.Min(idleNs, WindowNs);
            Halts = idleNs > WindowNs ? 1 : 0;
            _predictor.Observe(new IdleExit { IdleNs = idleNs, PolledNs = PollNs, HaltNs = idleNs - PollNs, Caught = Halts == 0, TaskRan = TaskRan });
        }

        return this;
    }

    /// <summary>Lets an idle period pass that was caught, or not, whatever the window.</summary>
    public void Observe(long idleNs, bool caught)
    {
        _predictor.PredictPollNs(Entry());
        _predictor.Observe(new IdleExit(idleNs, caught ? idleNs : 0, caught ? 0 : idleNs, caught, WakeCause.Unknown, TaskRan));
    }

    private IdleEntry Entry() => new() { Vcpu = vcpu, BusyNs = IdleEntry.UnknownNs, NextTimerNs = NextTimerNs };

    private static ParameterValues Parse(PredictorDescription description, string parameters) =>
        ParameterValues.Parse(
            description,
            parameters.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => KeyValuePair.Create(p.Split('=')[0], p.Split('=')[1])));
}
