using Predictors.Abstractions;
using Predictors.IdlePath.Tests;

namespace Predictors.Plugins.Tests.OnlineTable;

/// <summary>Keeps what it is told of a run.</summary>
internal sealed class ListeningFactory : IConditionedPredictorFactory<Scripted>
{
    public PredictorDescription Description { get; } = new("listening", "Keeps what it is told.");

    public RunConditions? Told { get; private set; }

    public Scripted Create(ParameterValues values, int vcpu) => throw new InvalidOperationException("The host knows the machine.");

    public Scripted Create(ParameterValues values, int vcpu, RunConditions conditions)
    {
        Told = conditions;
        return new Scripted([0], null);
    }
}
