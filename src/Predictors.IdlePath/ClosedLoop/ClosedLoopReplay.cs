using System.Reflection;

namespace Predictors.IdlePath;

/// <summary>
/// The closed-loop replay of one trace under one predictor: wake-ups follow the work that causes them. This folder's README tells the rules.
/// </summary>
public abstract class ClosedLoopReplay
{
    /// <summary>Makes a replay that is compiled for the predictor and the host's rule.</summary>
    /// <param name="graph">The trace.</param>
    /// <param name="predictor">The predictor in the guest.</param>
    /// <param name="settings">The machine; where the scoring begins is the graph's.</param>
    /// <param name="observer">Is told of every idle period of the closed loop, in the order in which they end; null for nobody.</param>
    /// <returns>The replay.</returns>
    /// <exception cref="PredictorFaultException">The predictor can't be used.</exception>
    public static ClosedLoopReplay Create(WakeUpGraph graph, BoundPredictor predictor, ReplaySettings settings, IReplayObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(predictor);
        ArgumentNullException.ThrowIfNull(settings);
        var plan = PathPlan.Of(predictor, settings);
        Type type = typeof(ClosedLoopReplay<,>).MakeGenericType(predictor.PredictorType, plan.PathType);
        try
        {
            return (ClosedLoopReplay)Activator.CreateInstance(type, graph, predictor, plan, RunConditionsOf.Settings(settings), observer)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            throw e.InnerException;
        }
    }

    /// <summary>How long the loop takes where nothing costs any time.</summary>
    /// <param name="graph">The trace.</param>
    /// <returns>The time, in ns.</returns>
    public static long ElapsedWithoutLatencyNs(WakeUpGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var plan = new PathPlan(new IdlePathCosts(MachineProfiles.Get("free")), 0, null);
        VcpuLoop<NoHostPolling, VirtualizedPath<NoHostPolling, ConstantMachine>>[] vcpus = [.. graph.Columns.Select(c =>
            new VcpuLoop<NoHostPolling, VirtualizedPath<NoHostPolling, ConstantMachine>>(
                default, VirtualizedPath<NoHostPolling, ConstantMachine>.Create(plan, c.Vcpu, Tally.For(plan.Costs)), c.Vcpu))];
        var loop = new ClosedLoop<NoHostPolling, VirtualizedPath<NoHostPolling, ConstantMachine>>(graph, plan.Costs, new Books(plan.Costs, 0), vcpus);
        loop.Run();
        return loop.EndNs - graph.BeginNs;
    }

    /// <summary>Replays the trace.</summary>
    /// <param name="cancellation">Stops the replay.</param>
    /// <returns>What the predictor did.</returns>
    /// <exception cref="PredictorFaultException">The predictor threw or returned no window; the message says where.</exception>
    /// <exception cref="OperationCanceledException">The replay was stopped.</exception>
    public abstract ReplayResult Run(CancellationToken cancellation = default);
}
