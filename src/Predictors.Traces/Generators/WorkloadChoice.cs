using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>A workload with the values of its parameters.</summary>
public sealed class WorkloadChoice
{
    private WorkloadChoice(Workload workload, ParameterValues values)
    {
        Workload = workload;
        Values = values;
        Text = $"{workload.Description.Name}:{string.Join(',', values.ToTexts().Select(v => $"{v.Key}={v.Value}"))}";
    }

    /// <summary>The workload.</summary>
    public Workload Workload { get; }

    /// <summary>A value for every parameter.</summary>
    public ParameterValues Values { get; }

    /// <summary>Name and all parameters: <c>name:key=value,key=value</c>.</summary>
    public string Text { get; }

    /// <summary>Takes a workload with given values.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="settings">Names and values of parameters, each name at most once; the others have their defaults.</param>
    /// <returns>The choice.</returns>
    /// <exception cref="FormatException">
    /// There is no parameter of that name, a value is not accepted, or values do not fit together; the message says which.
    /// </exception>
    public static WorkloadChoice Of(Workload workload, params IEnumerable<KeyValuePair<string, string>> settings)
    {
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentNullException.ThrowIfNull(settings);
        ParameterValues values = ParameterValues.Parse(workload.Description, settings);
        workload.Create(values);
        return new WorkloadChoice(workload, values);
    }
}
