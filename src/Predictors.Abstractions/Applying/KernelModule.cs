namespace Predictors.Abstractions;

/// <summary>
/// The kernel module that takes a predictor's parameters on a real machine: from it follow the lines that set them (sysfs,
/// <c>modprobe.d</c>, the kernel's command line).
/// </summary>
public sealed class KernelModule
{
    /// <summary>Names a module.</summary>
    /// <param name="name">The module's name as it stands under <c>/sys/module</c>, such as <c>kvm</c>.</param>
    /// <param name="place">Whose kernel has it.</param>
    /// <param name="parameters">Its parameters, in the order in which they are shown.</param>
    /// <exception cref="ArgumentException">The name is no module's name, or there is no parameter.</exception>
    public KernelModule(string name, KernelPlace place, params IReadOnlyList<ModuleParameter> parameters)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(parameters);
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw new ArgumentException($"The module name '{name}' holds more than letters, digits and '_'.", nameof(name));
        }

        Name = name;
        Place = place;
        Parameters = parameters.Count > 0
            ? parameters
            : throw new ArgumentException($"The module '{name}' takes no parameter.", nameof(parameters));
    }

    /// <summary>The module's name as it stands under <c>/sys/module</c>.</summary>
    public string Name { get; }

    /// <summary>Whose kernel has it: there the rule decides.</summary>
    public KernelPlace Place { get; }

    /// <summary>The predictor's parameters that the module takes.</summary>
    public IReadOnlyList<ModuleParameter> Parameters { get; }

    /// <summary>Capabilities that set a parameter for one virtual machine alone.</summary>
    public IReadOnlyList<VirtualMachineCapability> Capabilities { get; init; } = [];

    /// <summary>What must be so for the settings to count, in sentences.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];
}
