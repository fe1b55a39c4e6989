using Predictors.Abstractions;

namespace Predictors.IdlePath.Tests;

/// <summary>Makes predictors that return given poll windows.</summary>
internal sealed class ScriptedFactory(Func<int, IReadOnlyList<long>> windowsNs) : IPredictorFactory<Scripted>, IDeclaresDecisionCost
{
    public ScriptedFactory(params long[] windowsNs)
        : this(_ => windowsNs)
    {
    }

    public PredictorDescription Description { get; init; } = new("scripted", "Returns given poll windows.");

    public long DecisionNs { get; init; }

    /// <summary>Where the predictors of all vCPUs write what they are told; null for nowhere.</summary>
    public List<Decision>? Seen { get; init; }

    public Scripted Create(ParameterValues values, int vcpu) => new(windowsNs(vcpu), Seen);

    public long DecisionCostNs(ParameterValues values) => DecisionNs;

    public BoundPredictor Bind() => new(this, ParameterValues.Parse(Description));
}
