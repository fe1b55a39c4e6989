using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>A kind of synthetic workload, with parameters that have names, ranges and texts as those of predictors have.</summary>
public abstract class Workload
{
    private protected Workload(PredictorDescription description) => Description = description;

    /// <summary>Its name and parameters.</summary>
    public PredictorDescription Description { get; }

    /// <summary>Makes the model.</summary>
    /// <param name="values">A value for every parameter.</param>
    /// <exception cref="FormatException">Values do not fit together; the message says which.</exception>
    internal abstract Generators.WorkloadModel Create(ParameterValues values);
}
