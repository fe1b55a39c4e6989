using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>What the idle paths of a run's vCPUs have in common.</summary>
/// <param name="Costs">The machine.</param>
/// <param name="DecisionNs">What a decision of the guest's predictor costs, in ns.</param>
/// <param name="Host">The rule of the host's halt polling, or null where the host does not poll.</param>
internal sealed record PathPlan(IdlePathCosts Costs, long DecisionNs, BoundPredictor? Host)
{
    /// <summary>Plans the paths of a run.</summary>
    /// <param name="predictor">The predictor that is replayed.</param>
    /// <param name="settings">The machine and the host's own rule.</param>
    public static PathPlan Of(BoundPredictor predictor, ReplaySettings settings)
    {
        bool switchesOff = predictor.Factory.Description.SwitchesHostPollingOff;
        BoundPredictor? host = settings.Costs.Setup.PollPlace switch
        {
            PollPlace.Host => predictor,
            PollPlace.None => null,
            PollPlace.Both => settings.HostPolling,
            _ => switchesOff ? null : settings.HostPolling,
        };
        return new PathPlan(settings.Costs, predictor.DecisionCostNs, host);
    }

    /// <summary>The type of such a path: an <see cref="IVcpuPath{TSelf}"/>.</summary>
    public Type PathType => typeof(VirtualizedPath<,>).MakeGenericType(
        Host?.PredictorType ?? typeof(NoHostPolling), Costs.Varies ? typeof(VariedMachine) : typeof(ConstantMachine));

    /// <summary>Makes the instance of a rule that decides for a vCPU.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="vcpu">The vCPU.</param>
    /// <param name="who">Who it is, for the message of a fault.</param>
    /// <exception cref="PredictorFaultException">It can't be made.</exception>
    public static TRule Make<TRule>(BoundPredictor rule, int vcpu, string who)
        where TRule : struct, IIdlePredictor
    {
        try
        {
            return ((IPredictorFactory<TRule>)rule.Factory).Create(rule.Values, vcpu);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new PredictorFaultException($"{who}threw {e.GetType().Name} while it was made for vCPU {vcpu}: {e.Message}", e);
        }
    }
}
