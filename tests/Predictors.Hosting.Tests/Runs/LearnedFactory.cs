using Predictors.Abstractions;
using Predictors.IdlePath.Tests;

namespace Predictors.Hosting.Tests;

/// <summary>Claims to come from training.</summary>
internal sealed class LearnedFactory(params TrainedOn[] seen) : IPredictorFactory<Scripted>, ITrainedPredictor
{
    public PredictorDescription Description { get; } = new("learned", "Never polls.");

    /// <summary>What it throws in place of an answer, or null.</summary>
    public Exception? Throws { get; init; }

    public Scripted Create(ParameterValues values, int vcpu) => new([], null);

    public IReadOnlyList<TrainedOn> TrainedOn(ParameterValues values) => Throws is null ? seen : throw Throws;
}
