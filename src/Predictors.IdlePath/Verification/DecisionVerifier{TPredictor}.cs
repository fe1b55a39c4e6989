using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>Verifies predictors that are one kind of struct.</summary>
internal sealed class DecisionVerifier<TPredictor>(IPredictorFactory<TPredictor> factory, ParameterValues values, string placeUnit) : DecisionVerifier
    where TPredictor : struct, IIdlePredictor
{
    private readonly Dictionary<int, VcpuVerifier<TPredictor>> _vcpus = [];

    public override void Take(in RecordedStep step, bool approximate)
    {
        if (!_vcpus.TryGetValue(step.Vcpu, out VcpuVerifier<TPredictor>? vcpu))
        {
            _vcpus.Add(step.Vcpu, vcpu = new VcpuVerifier<TPredictor>(Create(step.Vcpu), factory.Description.Name, placeUnit));
        }

        vcpu.Take(in step, approximate);
    }

    public override VerificationResult End()
    {
        foreach (VcpuVerifier<TPredictor> vcpu in _vcpus.Values)
        {
            vcpu.End();
        }

        long equal = _vcpus.Values.Sum(v => v.Equal);
        long different = _vcpus.Values.Sum(v => v.Different);
        return new VerificationResult
        {
            Decisions = equal + different,
            Equal = equal,
            Different = different,
            NotCompared = _vcpus.Values.Sum(v => v.NotCompared),
            WithoutDecision = _vcpus.Values.Sum(v => v.WithoutDecision),
            First = [.. _vcpus.Values.SelectMany(v => v.First).OrderBy(d => d.Place).Take(VerificationResult.MaxFirst)],
            Notes = [],
        };
    }

    private TPredictor Create(int vcpu)
    {
        try
        {
            return factory.Create(values, vcpu);
        }
        catch (Exception e)
        {
            throw new PredictorFaultException($"{factory.Description.Name} could not be made: {e.GetType().Name}: {e.Message}", e);
        }
    }
}
