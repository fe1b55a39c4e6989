using Predictors.Abstractions;

namespace Predictors.Plugins.Tests.AllPlugins;

/// <summary>Runs a predictor on a machine without costs.</summary>
internal sealed class PluginRun<TPredictor>(IPredictorFactory<TPredictor> factory, string parameters, RunConditions? conditions) : PluginRun
    where TPredictor : struct, IIdlePredictor
{
    public override long[][] Windows(params Period[][] vcpus)
    {
        TPredictor[] predictors = [.. vcpus.Select((_, vcpu) => Make(vcpu))];
        long[][] windows = [.. vcpus.Select(periods => new long[periods.Length])];
        for (int i = 0; i < vcpus[0].Length; i++)
        {
            for (int vcpu = 0; vcpu < vcpus.Length; vcpu++)
            {
                windows[vcpu][i] = Step(ref predictors[vcpu], vcpu, in vcpus[vcpu][i]);
            }
        }

        return windows;
    }

    public override long AllocatedBytes(Period[] periods)
    {
        TPredictor predictor = Make(vcpu: 0);
        Pass(ref predictor, periods.AsSpan(0, 100));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Pass(ref predictor, periods.AsSpan(100));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Pass(ref TPredictor predictor, ReadOnlySpan<Period> periods)
    {
        foreach (ref readonly Period period in periods)
        {
            Step(ref predictor, vcpu: 0, in period);
        }
    }

    private static long Step(ref TPredictor predictor, int vcpu, in Period period)
    {
        long windowNs = predictor.PredictPollNs(new IdleEntry { Vcpu = vcpu, BusyNs = period.BusyNs, NextTimerNs = period.NextTimerNs });
        bool caught = period.IsCaughtBy(windowNs);
        long polledNs = caught ? period.IdleNs : windowNs;
        predictor.Observe(new IdleExit(period.IdleNs, polledNs, period.IdleNs - polledNs, caught, period.Cause, taskRan: true));
        return windowNs;
    }

    private TPredictor Make(int vcpu)
    {
        var values = ParameterValues.Parse(
            factory.Description,
            parameters.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => KeyValuePair.Create(p.Split('=')[0], p.Split('=')[1])));
        return conditions is not null && factory is IConditionedPredictorFactory<TPredictor> conditioned
            ? conditioned.Create(values, vcpu, conditions)
            : factory.Create(values, vcpu);
    }
}
