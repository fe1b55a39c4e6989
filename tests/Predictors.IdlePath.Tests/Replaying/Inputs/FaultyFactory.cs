using Predictors.Abstractions;

namespace Predictors.IdlePath.Tests;

/// <summary>Makes predictors that fail in a call, or return no window where none is named.</summary>
internal sealed class FaultyFactory(string call, long windowNs = 0, int goodPeriods = 0) : IPredictorFactory<Faulty>, IDeclaresDecisionCost
{
    public PredictorDescription Description { get; init; } = new("faulty", "Fails.");

    public Faulty Create(ParameterValues values, int vcpu) =>
        call == nameof(Create) ? throw new InvalidOperationException("no idea") : new Faulty(call, windowNs, goodPeriods);

    public long DecisionCostNs(ParameterValues values) =>
        call == nameof(DecisionCostNs) ? throw new InvalidOperationException("no idea") : 0;

    public BoundPredictor Bind() => new(this, ParameterValues.Parse(Description));
}
