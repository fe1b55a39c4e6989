namespace Predictors.Abstractions;

/// <summary>What the host, the command line and the reports know of a predictor.</summary>
public sealed class PredictorDescription
{
    /// <summary>Describes a predictor.</summary>
    /// <param name="name">Its name in kebab-case: lower-case letters, digits and single hyphens, a letter first.</param>
    /// <param name="summary">One sentence: what it does.</param>
    /// <param name="parameters">Its parameters, in the order in which they are shown.</param>
    /// <exception cref="ArgumentException">The name is not kebab-case, or two parameters have the same name.</exception>
    public PredictorDescription(string name, string summary, params IReadOnlyList<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(summary);
        ArgumentNullException.ThrowIfNull(parameters);
        KebabCase.Require(name, "predictor");
        for (int i = 0; i < parameters.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (parameters[i].Name == parameters[j].Name)
                {
                    throw new ArgumentException($"Predictor '{name}' declares the parameter '{parameters[i].Name}' twice.", nameof(parameters));
                }
            }
        }

        Name = name;
        Summary = summary;
        Parameters = parameters;
    }

    /// <summary>The name, in kebab-case.</summary>
    public string Name { get; }

    /// <summary>One sentence: what it does.</summary>
    public string Summary { get; }

    /// <summary>The parameters, in the order in which they are shown.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The optional trace columns without which the predictor can't work.</summary>
    public TraceColumns RequiredColumns { get; init; }

    /// <summary>
    /// Whether a guest with this rule switches the host's own halt polling off (KVM's poll-control MSR), as Linux's
    /// haltpoll driver does.
    /// </summary>
    public bool SwitchesHostPollingOff { get; init; }

    /// <summary>The kernel module that takes the parameters on a real machine; null where no kernel has the rule.</summary>
    public KernelModule? AppliedBy { get; init; }
}
