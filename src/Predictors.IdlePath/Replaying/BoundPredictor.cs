using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>A predictor with the values of its parameters.</summary>
/// <param name="Factory">What makes it: an <see cref="IPredictorFactory{TPredictor}"/>.</param>
/// <param name="Values">The values of its parameters.</param>
public sealed record BoundPredictor(IPredictorFactory Factory, ParameterValues Values)
{
    /// <summary>The struct that decides.</summary>
    /// <exception cref="ArgumentException">The factory makes none, or more than one kind.</exception>
    public Type PredictorType => PredictorTypeOf(Factory);

    /// <summary>What one decision costs, in ns: 0 where the factory declares nothing.</summary>
    /// <exception cref="PredictorFaultException">The declared cost is negative or above 1 s, or the factory threw.</exception>
    public long DecisionCostNs
    {
        get
        {
            const long maxNs = 1_000_000_000;
            long ns = DeclaredNs();
            return ns is >= 0 and <= maxNs
                ? ns
                : throw new PredictorFaultException($"declared a decision cost of {ns} ns; it is 0 to {maxNs} ns");
        }
    }

    /// <summary>The struct that a factory makes.</summary>
    /// <param name="factory">The factory.</param>
    /// <returns>The type argument of its <see cref="IPredictorFactory{TPredictor}"/>.</returns>
    /// <exception cref="ArgumentException">The factory makes none, or more than one kind.</exception>
    public static Type PredictorTypeOf(IPredictorFactory factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        Type[] made = [.. factory.GetType().GetInterfaces()
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IPredictorFactory<>))
            .Select(i => i.GetGenericArguments()[0])];
        return made.Length == 1
            ? made[0]
            : throw new ArgumentException(
                $"{factory.GetType()} implements IPredictorFactory<TPredictor> for {made.Length} predictors; expected one.", nameof(factory));
    }

    private long DeclaredNs()
    {
        try
        {
            return (Factory as IDeclaresDecisionCost)?.DecisionCostNs(Values) ?? 0;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new PredictorFaultException($"threw {e.GetType().Name} in {nameof(IDeclaresDecisionCost.DecisionCostNs)}: {e.Message}", e);
        }
    }
}
