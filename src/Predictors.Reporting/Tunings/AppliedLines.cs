using Predictors.Abstractions;

namespace Predictors.Reporting;

/// <summary>The lines that set a predictor's parameters on a real machine.</summary>
internal static class AppliedLines
{
    /// <summary>The ways to apply a setting: what each does, and its lines.</summary>
    public static IEnumerable<(string Way, IReadOnlyList<string> Lines)> Of(KernelModule module, ParameterValues values)
    {
        string who = module.Place == KernelPlace.Guest ? "in the guest" : "on the host";
        (string Name, string Value)[] settings = [.. module.Parameters.Select(p => (p.Name, p.ValueText(values)))];
        yield return ($"At once, until the next boot ({who}, as root)", [.. settings.Select(s => $"echo {s.Value} > /sys/module/{module.Name}/parameters/{s.Name}")]);
        yield return ($"Whenever the module is loaded, in /etc/modprobe.d/{module.Name}.conf ({who})",
            [$"options {module.Name} {string.Join(' ', settings.Select(s => $"{s.Name}={s.Value}"))}"]);
        yield return ($"From boot on, on the kernel command line ({who})", [string.Join(' ', settings.Select(s => $"{module.Name}.{s.Name}={s.Value}"))]);
        foreach (VirtualMachineCapability capability in module.Capabilities)
        {
            string value = new ModuleParameter(capability.Parameter, capability.Name).ValueText(values);
            yield return ($"For one virtual machine, from its monitor ({capability.Parameter.Name} alone)",
                [$"ioctl(vm, KVM_ENABLE_CAP, &(struct kvm_enable_cap){{ .cap = {capability.Name}, .args = {{ {value} }} }})"]);
        }
    }
}
