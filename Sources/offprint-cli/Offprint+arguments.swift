public import ArgumentParser
public import Offprint

extension ImagePolicy: ExpressibleByArgument {}
extension LinkPolicy: ExpressibleByArgument {}
extension DumpStage: ExpressibleByArgument {}
