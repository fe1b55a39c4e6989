using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>The predictor and the idle path of one vCPU, in their initial state.</summary>
internal readonly struct VcpuPath<TPredictor, THost>
    where TPredictor : struct, IIdlePredictor
    where THost : struct, IIdlePredictor
{
    /// <summary>Makes them.</summary>
    /// <exception cref="PredictorFaultException">The predictor, or the host's rule, can't be made.</exception>
    public VcpuPath(BoundPredictor predictor, BoundPredictor? host, IdlePathCosts costs, int vcpu, long[] bucketCorrections)
    {
        string hostName = host?.Factory.Description.Name ?? string.Empty;
        Predictor = Make<TPredictor>(predictor, vcpu, string.Empty);
        THost rule = host is null ? default : Make<THost>(host, vcpu, $"the host's rule {hostName} ");
        Path = new VirtualizedPath<THost>(costs, predictor.DecisionCostNs, new HostPolling<THost>(rule, vcpu, hostName))
        {
            Tally = new Tally(bucketCorrections),
        };
    }

    /// <summary>The predictor.</summary>
    public TPredictor Predictor { get; }

    /// <summary>The path.</summary>
    public VirtualizedPath<THost> Path { get; }

    private static T Make<T>(BoundPredictor predictor, int vcpu, string who)
        where T : struct, IIdlePredictor
    {
        try
        {
            return ((IPredictorFactory<T>)predictor.Factory).Create(predictor.Values, vcpu);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new PredictorFaultException($"{who}threw {e.GetType().Name} while it was made for vCPU {vcpu}: {e.Message}", e);
        }
    }
}
